using AngleSharp.Dom;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Removes boxes that open with a rubric such as "Related stories", whatever they are called in the markup.</summary>
internal static class RelatedRemover
{
    // A box with nearly all of the page's prose is the page.
    private const double WholePage = 0.9;
    private const double Box = 0.3;

    public static void Clean(IElement body)
    {
        var prose = new Prose(body);
        foreach (var line in Lines.Of(body).Where(line => Rubrics.Match(line.Text)).ToList())
            BoxUnder(line, body, prose)?.Remove();
    }

    // The largest element that opens with the rubric and holds little of the prose; at least the one right around a heading.
    private static IElement? BoxUnder(Line rubric, IElement body, Prose prose)
    {
        var opening = rubric.Nodes.First(node => !string.IsNullOrWhiteSpace(node.Data));
        var around = rubric.Block.GetAncestors().OfType<IElement>()
            .TakeWhile(element => !ReferenceEquals(element, body) && ReferenceEquals(FirstText(element), opening) && element.QuerySelector("h1") is null).ToList();
        return around.FindLast(element => prose.Share(element) < Box)
            ?? (rubric.IsHeading ? around.Take(1).FirstOrDefault(element => prose.Share(element) < WholePage) : null);
    }

    private static IText? FirstText(IElement element) =>
        element.GetDescendants().OfType<IText>().FirstOrDefault(text => !string.IsNullOrWhiteSpace(text.Data));
}
