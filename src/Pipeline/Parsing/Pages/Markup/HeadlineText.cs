using System.Text;
using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>A heading's text as a person reads it: a line break is a blank, a drawing's title is nothing, and a kicker stands over
/// it.</summary>
internal static class HeadlineText
{
    private static readonly HashSet<string> Unread = new(
        StringComparer.Ordinal) { "svg", "script", "style", "noscript", "template", "button", "time", "img", "input", "label", "small" };

    private static readonly HashSet<string> Kickers = new(StringComparer.OrdinalIgnoreCase)
    {
        "kicker", "overline", "eyebrow", "dachzeile", "topline", "roofline", "spitzmarke", "headline-intro", "surtitre", "antetitulo",
        "occhiello", "label", "pretitle",
        "visually-hidden", "sr-only", "screen-reader-text", "subtitle", "subheadline", "subline", "topic", "badge", "preheadline",
    };

    /// <summary>The line; <c>null</c> where there is nothing to read, or more than a line.</summary>
    public static string? From(IElement heading) =>
        PlainText.From(Read(heading, skipKickers: true)) ?? PlainText.From(Read(heading, skipKickers: false));

    /// <summary>The same with what stands over it.</summary>
    public static string? Whole(IElement heading) => PlainText.From(Read(heading, skipKickers: false));

    private static string Read(IElement heading, bool skipKickers)
    {
        var text = new StringBuilder();
        return Append(heading, text, skipKickers) ? text.ToString() : "";
    }

    // False where it was more than a line.
    private static bool Append(IElement parent, StringBuilder text, bool skipKickers)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText run && text.Length + run.Length > ShortText.MaxLines)
                return false;
            if (child is IText)
                text.Append(child.NodeValue);
            else if (child is IElement element && !Unread.Contains(element.LocalName)
                && !element.HasAttribute("hidden") && !(skipKickers && IsKicker(element)))
            {
                var separates = !Lines.IsInline(element);
                text.Append(separates ? " " : "");
                if (!Append(element, text, skipKickers))
                    return false;
                text.Append(separates ? " " : "");
            }
        }

        return true;
    }

    private static bool IsKicker(IElement element) =>
        ClassWords.NamesOf(element).Any(
            name => Kickers.Contains(name) || ClassWords.Split(name) is var words && words.Count > 1 && words.Any(Kickers.Contains));
}
