using System.Text;
using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>The text of an element that counts only while it is short: thousands of unclosed elements hold one another, and to copy all
/// of the page for each would cost the square of their number.</summary>
internal static class ShortText
{
    /// <summary>As much as a few lines take with the white space of their template.</summary>
    public const int MaxLines = 4_000;

    /// <summary>The text content; <c>null</c> where it has more characters than <paramref name="most"/>.</summary>
    public static string? Read(IElement element, int most)
    {
        var text = new StringBuilder();
        return Append(element, text, most) ? text.ToString() : null;
    }

    private static bool Append(INode parent, StringBuilder text, int most)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText run && text.Length + run.Length > most)
                return false;
            if (child is IText)
                text.Append(child.NodeValue);
            else if (!Append(child, text, most))
                return false;
        }

        return true;
    }
}
