using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes streams of teasers: three boxes of one make or more, each a linked headline with a paragraph at most.</summary>
internal static class TeaserRemover
{
    private const int FewestInStream = 3;
    private const int ShortestHeadline = 20;

    public static void Clean(IElement body)
    {
        var prose = new Prose(body);
        var paragraphs = CountParagraphs(prose, body);
        foreach (var teaser in Boxes(body).Where(group => group.Count() >= FewestInStream && group.All(box => IsTeaser(box, paragraphs))).SelectMany(group => group).ToList())
            teaser.Remove();
    }

    // Of one make: the same parent, the same tag and the same first class.
    private static IEnumerable<IGrouping<(IElement Parent, string Tag, string? Class), IElement>> Boxes(IElement body) =>
        body.QuerySelectorAll("li, article, div, section").Where(box => box.ParentElement is not null)
            .GroupBy(box => (box.ParentElement!, box.LocalName, box.ClassList.Length > 0 ? box.ClassList[0] : null));

    private static bool IsTeaser(IElement box, Dictionary<IElement, int> paragraphs) =>
        paragraphs.GetValueOrDefault(box) <= 1 && Headline(box);

    private static bool Headline(IElement box) =>
        box.QuerySelectorAll("a[href]").Any(link => link.TextContent.Trim().Length >= ShortestHeadline && (link.QuerySelector("h1, h2, h3, h4, h5") ?? link.Closest("h2, h3, h4, h5")) is not null);

    private static Dictionary<IElement, int> CountParagraphs(Prose prose, IElement body)
    {
        var counts = new Dictionary<IElement, int>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in prose.Paragraphs.Keys)
        {
            for (var element = paragraph; element is not null && !ReferenceEquals(element, body); element = element.ParentElement)
                counts[element] = counts.GetValueOrDefault(element) + 1;
        }

        return counts;
    }
}
