using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes boxes that open with a rubric such as "Related stories", whatever they are called in the markup.</summary>
internal sealed class RelatedRemover
{
    // A box with nearly all of the page's prose is the page.
    private const double WholePage = 0.9;
    private const double Box = 0.3;

    // So much beside a box of comments, under a headline that is not in the box, is the article, however short.
    private const int MinArticleLength = 200;

    private readonly IElement body;
    private readonly Prose prose;
    private readonly ContainingElements headlines;
    private readonly Dictionary<IElement, IText> firstTexts = new(ReferenceEqualityComparer.Instance);

    private RelatedRemover(IElement body, Prose prose)
    {
        (this.body, this.prose) = (body, prose);
        headlines = new ContainingElements(body.QuerySelectorAll("h1"));

        // Last first, so that what comes earlier in the document overwrites what comes later.
        foreach (var node in body.GetDescendants().Reverse())
        {
            if (node.ParentElement is { } parent && FirstTextOf(node) is { } first)
                firstTexts[parent] = first;
        }
    }

    public static void Clean(CleanedBody body)
    {
        var rubrics = body.Lines.Where(line => Rubrics.Match(line.Text)).ToList();
        if (rubrics.Count == 0)
            return;
        var remover = new RelatedRemover(body.Element, body.Prose);
        foreach (var rubric in rubrics)
        {
            if (remover.BoxUnder(rubric) is { } box)
                body.Remove(box);
        }
    }

    // The largest element that opens with the rubric and holds little of the prose; at least the one right around a heading.
    private IElement? BoxUnder(Line rubric)
    {
        var opening = rubric.Nodes.First(node => !string.IsNullOrWhiteSpace(node.Data));
        var around = rubric.Block.GetAncestors().OfType<IElement>()
            .TakeWhile(element =>
                !ReferenceEquals(element, body) && ReferenceEquals(FirstTextOf(element), opening) && !headlines.Contain(element)).ToList();
        return around.FindLast(element => prose.Share(element) < Box)
            ?? (rubric.IsHeading ? around.Take(1).FirstOrDefault(element => prose.Share(element) < WholePage || LeavesArticle(element))
                : null);
    }

    private bool LeavesArticle(IElement box) => headlines.Contain(body) && prose.Total - prose.In(box) >= MinArticleLength;

    private IText? FirstTextOf(INode node) => node switch
    {
        IText text => string.IsNullOrWhiteSpace(text.Data) ? null : text,
        IElement element => firstTexts.GetValueOrDefault(element),
        _ => null,
    };
}
