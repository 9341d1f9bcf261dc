using Pipeline.Parsing.Pages.Markup;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes pull quotes: boxes that say once more, in large letters, what the text beside them says.</summary>
internal static class PullQuoteRemover
{
    private const string Boxes =
        "blockquote, [class*=quote i], [class*=exergue i], [class*=citation i], [class*=destacado i], [class*=callout i]";

    private const int MaxBoxes = 50;

    // A shorter one may be a name or an answer, a longer one a document.
    private const int MinLength = 25;
    private const int MaxLength = 600;

    public static void Clean(CleanedBody body)
    {
        string? whole = null;
        foreach (var box in body.Element.QuerySelectorAll(Boxes).Take(MaxBoxes).ToList())
        {
            if (Wording.Letters(ShortText.Read(box, ShortText.MaxLines) ?? "") is not { Length: >= MinLength and <= MaxLength } said
                || !body.Element.Contains(box)
                || !IsSaidTwice(said, whole ??= Wording.Letters(body.Element.TextContent)))
                continue;
            body.Remove(box);
            whole = null;
        }
    }

    private static bool IsSaidTwice(string said, string whole) =>
        whole.IndexOf(said, StringComparison.Ordinal) != whole.LastIndexOf(said, StringComparison.Ordinal);
}
