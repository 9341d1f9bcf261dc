using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes streams of teasers: three boxes of one make or more, each a linked headline with a paragraph at most.</summary>
internal static class TeaserRemover
{
    private const int MinTeasersInStream = 3;
    private const int MinHeadlineLength = 20;

    // A link that was never closed holds the article.
    private const double TooMuch = 0.3;

    public static void Clean(CleanedBody body)
    {
        var prose = body.Prose;
        var paragraphs = Subtotals.SumUnder(body.Element, prose.Paragraphs.ToDictionary(paragraph => paragraph.Key, _ => 1));
        var links = body.Element.QuerySelectorAll("a[href]").Where(IsHeadline).ToList();
        var headlines = new ContainingElements(links);
        var streams = Boxes(body.Element).Where(group => group.Count() >= MinTeasersInStream && group.All(IsTeaser));
        var cards = links.Where(link => IsCard(link) && prose.Share(link) < TooMuch);
        body.Remove(streams.SelectMany(group => group).Concat(cards));

        bool IsTeaser(IElement box) => paragraphs.GetValueOrDefault(box) <= 1 && headlines.Contain(box);
    }

    // Of one make: the same parent, the same tag and the same first class.
    private static IEnumerable<IGrouping<(IElement Parent, string Tag, string? Class), IElement>> Boxes(IElement body) =>
        body.QuerySelectorAll("li, article, div, section").Where(box => box.ParentElement is not null)
            .GroupBy(box => (box.ParentElement!, box.LocalName, box.ClassList.Length > 0 ? box.ClassList[0] : null));

    // A heading with a text under it, all of it one link.
    private static bool IsCard(IElement link) =>
        link.GetAttribute("href") is not ['#', ..] && link.QuerySelector("h2, h3, h4, h5") is { NextElementSibling: not null };

    private static bool IsHeadline(IElement link) =>
        link.TextContent.Trim().Length >= MinHeadlineLength
            && (link.QuerySelector("h1, h2, h3, h4, h5") ?? link.Closest("h2, h3, h4, h5")) is not null;
}
