using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Enrichment.Markup;

/// <summary>
/// Turns paragraphs that a publisher's editor marks as headings by class or label into heading elements, one level below
/// the deepest real heading before them. Seen at 虎嗅: <c>&lt;p label="小标题" class="text-sm-title"&gt;</c>.
/// </summary>
internal static partial class MarkedHeadings
{
    private const int MaxLength = 120;

    public static void PromoteIn(IElement root)
    {
        var level = 2;
        foreach (var element in root.GetDescendants().OfType<IElement>().Where(MayBeHeading).ToArray())
        {
            if (element.LocalName is ['h', var digit])
                level = Math.Min(digit - '0' + 1, 6);
            else if (IsHeading(element))
                Promote(element, level);
        }
    }

    private static bool MayBeHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '5']
        || (element.LocalName is "p" or "div" && element.Attributes.Length > 0);

    private static bool IsHeading(IElement element) =>
        (Label().IsMatch(element.GetAttribute("label") ?? "") || Class().IsMatch(element.ClassName ?? "")
            || element.GetAttribute("role") == "heading")
        && element.QuerySelector("p, div, ul, ol, table, img, figure, blockquote") is null
        && element.TextContent.Trim() is { Length: > 0 and <= MaxLength };

    private static void Promote(IElement element, int level)
    {
        var heading = element.Owner!.CreateElement($"h{level}");
        while (element.FirstChild is { } child)
            heading.AppendChild(child);
        element.Replace(heading);
    }

    [GeneratedRegex(
        "^(大标题|中标题|小标题|标题|標題|小標題|heading|subheading|見出し)$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Label();

    // Whole class names only: "title" alone marks cards and captions too often.
    [GeneratedRegex(
        @"(^|\s)(text-(big|sm|small|mid)-title|sub-?title|sub-?head(ing|line)?|section-(title|heading)|cross-?head(ing)?|zwischen(titel"
            + @"|ueberschrift)|intertitre|intertitulo|ladillo|midashi|komidashi)(\s|$)",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Class();
}
