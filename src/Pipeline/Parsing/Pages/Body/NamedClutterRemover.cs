using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// Removes what a site's own class names and ids say is not the article. Names lie at times: where all elements of one name
/// together hold much of the page's prose, the name says nothing on this page.
/// </summary>
internal sealed class NamedClutterRemover
{
    private const double TooMuchForAHint = 0.3;
    private const double TooMuchForAFact = 0.7;

    // A debate is often longer than what it is about.
    private const double TooMuchForComments = 0.9;
    private const int MinArticleLength = 800;

    // With less text the mark is on something else.
    private const int MinMarkedLength = 140;

    private readonly Prose prose;
    private readonly HeadedSections headed;
    private readonly Dictionary<string, int> heldByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> clutter = new(StringComparer.Ordinal);

    private NamedClutterRemover(IElement body, Prose prose)
    {
        this.prose = prose;
        headed = new HeadedSections(body, prose);
        var around = body.GetAncestors().OfType<IElement>().SelectMany(ClassWords.NamesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in around)
            heldByName[name] = prose.Total;
        Count(body, around);
    }

    // What stands in several elements of one name inside each other counts once for the name.
    private void Count(IElement element, HashSet<string> around)
    {
        if (prose.In(element) == 0)
            return;
        var names = ClassWords.NamesOf(element).Where(around.Add).ToList();
        foreach (var name in names)
            heldByName[name] = heldByName.GetValueOrDefault(name) + prose.In(element);
        foreach (var child in element.Children)
            Count(child, around);
        around.ExceptWith(names);
    }

    public static void Clean(CleanedBody body)
    {
        var remover = new NamedClutterRemover(body.Element, body.Prose);
        body.Remove(Elements(body.Element, Named).Where(remover.IsClutter));
        body.Remove(remover.DebatesBesideBody(body.Element));
    }

    // Where the site marks the body, comments beside it go, however long they are.
    private List<IElement> DebatesBesideBody(IElement body)
    {
        var marked = Elements(body, named => Named(named) || named.HasAttribute("itemprop")).Where(
            element => prose.In(element) >= MinMarkedLength && BodyMarks.On(element)).ToList();
        return marked.Count == 0 ? [] : [.. Elements(body, Named).Where(
            element => ClassWords.NamesOf(element).Any(ClutterNames.ContainComments) && prose.In(element) > 0
                && element.LocalName is not ("main" or "article" or "body") && !marked.Exists(
                    mark => mark.Contains(element) || element.Contains(mark)))];
    }

    /// <summary>Removes galleries from a body that is an article without them: their captions can be longer than the article.</summary>
    public static void CleanGalleries(CleanedBody body)
    {
        var prose = body.Prose;
        body.Remove(Elements(body.Element, Named).Where(element =>
            prose.Total - prose.In(element) >= MinArticleLength && ClassWords.NamesOf(element).Any(ClutterNames.ContainGallery)));
    }

    private static IEnumerable<IElement> Elements(IElement body, Func<IElement, bool> are) =>
        body.GetDescendants().OfType<IElement>().Where(are);

    private static bool Named(IElement element) => element.HasAttribute("class") || element.HasAttribute("id");

    private bool IsClutter(IElement element) =>
        element.LocalName is not ("main" or "article") && NamesOf(element).Any(IsClutter) && !HoldsQuotedPost(element)
            && !headed.IsArticle(element) && !LoneTeaser.Is(element);

    private static IEnumerable<string> NamesOf(IElement element) =>
        HeadingSlug.IsIdOf(element) ? element.ClassList : ClassWords.NamesOf(element);

    private bool IsClutter(string name)
    {
        if (!clutter.TryGetValue(name, out var known))
        {
            var limit = LimitFor(name);
            clutter[name] = known = heldByName.GetValueOrDefault(name) < limit * prose.Total || (limit > 0 && prose.Total == 0);
        }

        return known;
    }

    // The part of the prose below which elements of the name go; 0 for a name that means nothing.
    private static double LimitFor(string name) =>
        ClutterNames.ContainComments(name) ? TooMuchForComments
            : ClutterNames.ContainFact(name) ? TooMuchForAFact : ClutterNames.ContainHint(name) ? TooMuchForAHint : 0;

    // Social networks' embeds are quotations with a class; the box around them is often named after the network.
    private static bool HoldsQuotedPost(IElement element) =>
        element.Children.Any(child => child.LocalName == "blockquote" && child.ClassName is not null);
}
