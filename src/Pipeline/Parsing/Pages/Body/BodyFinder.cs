using AngleSharp.Dom;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>Finds the element that holds the article's running text.</summary>
internal static class BodyFinder
{
    // Where one child holds most of the prose, the article is in it; below, the article is spread over several children.
    private const double Dominant = 0.75;

    // What a site itself marks as the body is believed when it holds at least this part of what was found without the mark.
    private const double Believable = 0.35;

    // A body in several marked parts: smaller ones are boxes that borrowed the name.
    private const double Part = 0.1;

    // Paragraphs that stand side by side in this number and hold this part of the prose are the article, however much a box between them
    // holds.
    private const int Run = 3;
    private const double RunShare = 0.05;

    // A shorter paragraph before the article's box is a note about it.
    private const int MinOpening = 120;

    private static readonly HashSet<string> Leaves = new(
        StringComparer.Ordinal) { "p", "blockquote", "ul", "ol", "dl", "li", "pre", "figure" };

    public static IElement Find(CleanedBody whole)
    {
        var prose = whole.Prose;
        var container = Descend(whole.Element, prose);
        return Marked(container, prose) is { } marked ? Descend(marked, prose) : container;
    }

    private static IElement Descend(IElement from, Prose prose)
    {
        var element = from;
        while (element.Children.Where(child => !Leaves.Contains(child.LocalName)).MaxBy(prose.In) is { } child
            && prose.In(child) > 0 && prose.In(child) >= Dominant * prose.In(element)
            && !HasRun(element, prose) && !LeavesParagraphsBehind(element, child, prose))
        {
            element = child;
        }

        return element;
    }

    private static bool HasRun(IElement element, Prose prose)
    {
        var direct = element.Children.Where(child => child.LocalName == "p" && prose.In(child) > 0).ToList();
        return direct.Count >= Run && direct.Sum(prose.In) >= RunShare * prose.In(element);
    }

    // A lede may stand beside the box with the rest of the article: its paragraphs are then of the same class.
    private static bool LeavesParagraphsBehind(IElement element, IElement child, Prose prose)
    {
        if (prose.In(child) == prose.In(element))
            return false;
        var behind = element.Children.Where(other => !ReferenceEquals(other, child)).SelectMany(ParagraphsIn).Append(element).Where(
            prose.Paragraphs.ContainsKey);
        var classes = behind.SelectMany(paragraph => paragraph.ClassList).ToHashSet(StringComparer.Ordinal);
        if (classes.Count == 0)
            return OpensWithParagraphs(element, child, prose);
        var within = ParagraphsIn(child).ToList();
        return within.SelectMany(paragraph => paragraph.ClassList).Where(classes.Contains).CountBy(name => name).Any(
            name => 2 * name.Value > within.Count);

        IEnumerable<IElement> ParagraphsIn(IElement part) =>
            part.GetDescendantsAndSelf().OfType<IElement>().Where(prose.Paragraphs.ContainsKey);
    }

    // The same without classes: what all may read stands before the box with the rest.
    private static bool OpensWithParagraphs(IElement element, IElement child, Prose prose) =>
        element.Children.TakeWhile(other => !ReferenceEquals(other, child)).Any(
            other => other.LocalName == "p" && prose.In(other) >= MinOpening)
            && prose.Paragraphs.Keys.Count(paragraph => child.Contains(paragraph) && paragraph is { LocalName: "p", ClassName: null or "" })
                >= Run;

    private static IElement? Marked(IElement container, Prose prose)
    {
        var headlines = new ContainingElements(container.QuerySelectorAll("h1"));
        var marked = container.QuerySelectorAll("*").Where(
            element => BodyMarks.On(element) || (element.LocalName == "article" && headlines.Contain(element))).ToHashSet();
        var outermost = marked.Where(element =>
            prose.In(element) >= Part * prose.In(container) && !element.GetAncestors().OfType<IElement>().Any(marked.Contains)).ToList();
        return outermost.Sum(prose.In) >= Believable * prose.In(container) ? CommonAncestor(outermost) : null;
    }

    private static IElement? CommonAncestor(List<IElement> elements) =>
        elements.FirstOrDefault()?.GetAncestors().OfType<IElement>().Prepend(elements[0]).FirstOrDefault(
            ancestor => elements.TrueForAll(ancestor.Contains));
}
