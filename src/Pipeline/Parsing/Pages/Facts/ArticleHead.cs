using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>
/// The places of a page in which it may speak of its own article: what is marked as a time or an author, and the lines around the
/// headline. Other articles, comments, the site's head and foot are left out. Found in one walk over the page.
/// </summary>
internal sealed class ArticleHead
{
    // A head has its facts in so many lines, and no further than its second paragraph.
    private const int LinesBelow = 20;
    private const int LinesAbove = 5;
    private const int MaxParagraphs = 2;
    private const int LevelsAbove = 4;

    // A box with a linked heading and so little text is a teaser of another article.
    private const int MaxCardLength = 600;

    private const int MaxHeadLineLength = 120;

    // A headline with its standfirst; a box with more is the article.
    private const int MaxHeadBoxLength = 300;

    private const int MaxMarks = 60;

    private readonly Page page;
    private readonly Headline? headline;
    private readonly HashSet<IElement> around;
    private readonly ContainingElements links;
    private readonly TextLengths lengths;
    private readonly int most;
    private readonly HashSet<IElement> elsewhere = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, MarkKinds> kinds = new(StringComparer.Ordinal);
    private readonly List<HeadMark> marks = [];
    private bool isBelow;

    public ArticleHead(Page page, Headline? headline)
    {
        (this.page, this.headline) = (page, headline);
        around = new HashSet<IElement>(headline?.Element.GetAncestors().OfType<IElement>() ?? [], ReferenceEqualityComparer.Instance);
        var root = page.Document.Body!;
        var lines = Markup.Lines.FromElement(root);
        lengths = new TextLengths(root, lines);
        most = lengths.Of(root) / 2;
        var headingLinks = new List<IElement>();
        AddHeadingLinks(headingLinks, root, isInHeading: false, isInLink: false);
        links = new ContainingElements(headingLinks.Where(LeadsAway));
        isBelow = headline is null;
        Walk(root, MarkKinds.None);
        Lines = [.. lines.Where(line => !IsElsewhere(line.Block))];
        (Above, Below) = Around(Lines);
    }

    /// <summary>What is marked as a time or an author, in the order of the page.</summary>
    public IReadOnlyList<HeadMark> Marks => marks;

    /// <summary>All lines of the page that may be the article's.</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The lines over the headline in a box with it, nearest first; empty where there is no headline.</summary>
    public IReadOnlyList<Line> Above { get; } = [];

    /// <summary>The lines under the headline, down to the second paragraph.</summary>
    public IReadOnlyList<Line> Below { get; } = [];

    private (IReadOnlyList<Line> Above, IReadOnlyList<Line> Below) Around(IReadOnlyList<Line> lines)
    {
        if (headline is null)
            return ([], []);
        var at = lines.ToList().FindIndex(line => ReferenceEquals(line.Block, headline.Element) || headline.Element.Contains(line.Block)
            || line.Nodes.Any(headline.Element.Contains));
        if (at < 0)
            return ([], []);
        var box = headline.Element.GetAncestors().OfType<IElement>().Take(LevelsAbove).TakeWhile(
            element => element.LocalName != "body").LastOrDefault();
        var paragraphs = 0;
        return (
            [.. lines.Take(at).Reverse().Take(LinesAbove).TakeWhile(line => box?.Contains(line.Block) == true)],
            [.. lines.Skip(at + 1).Take(LinesBelow).TakeWhile(
                line => (Prose.Measure(line) > 0 ? ++paragraphs : paragraphs) <= MaxParagraphs)]);
    }

    private bool IsElsewhere(IElement element)
    {
        for (var box = element; box is not null; box = box.ParentElement)
        {
            if (elsewhere.Contains(box))
                return true;
        }

        return false;
    }

    private void Walk(IElement element, MarkKinds within)
    {
        if (ReferenceEquals(element, headline?.Element))
            isBelow = true;
        var own = KindsOf(element);
        if (!around.Contains(element) && !ReferenceEquals(element, headline?.Element) && IsElsewhere(element, own))
        {
            elsewhere.Add(element);
            return;
        }

        own &= MarkKinds.Date | MarkKinds.Author | MarkKinds.Update;
        if (own != MarkKinds.None && marks.Count < MaxMarks && !around.Contains(element))
            marks.Add(new HeadMark(element, own, within, isBelow));
        foreach (var child in element.Children)
            Walk(child, within | own);
    }

    private bool IsElsewhere(IElement element, MarkKinds own) => element.LocalName switch
    {
        "aside" when IsAboutArticle(element) => false,
        "nav" or "aside" or "dialog" or "select" or "noscript" or "template" or "script" or "style" => true,
        // Who took a picture, and when, is said under it.
        "figcaption" => true,
        // The next article of an endless page, however long it is.
        "article" when headline is not null && around.FirstOrDefault(box => box.LocalName == "article") is { } first
            && lengths.Of(first) * 2 >= lengths.Of(element) => true,
        // ASP.NET puts a form around whole pages, and templates name a page's only column after its bar.
        _ when lengths.Of(element) > most => false,
        "form" => true,
        "footer" => element.Closest("article, main") is null,
        "header" => headline is not null && !isBelow && element.Closest("article, main") is null,
        "article" when headline is not null && (around.Any(box => box.LocalName == "article") || IsCard(element)) => true,
        _ => (own.HasFlag(MarkKinds.Elsewhere) && !FollowsHeadline(element) && !LoneTeaser.Is(element))
            || (links.Contain(element) && lengths.Of(element) <= MaxCardLength),
    };

    // A short article with a heading of its own, away from the page's headline, is another's teaser.
    private bool IsCard(IElement element) =>
        lengths.Of(element) <= MaxCardLength && element.QuerySelector("h2, h3, h4") is not null
            && !ReferenceEquals(element.PreviousElementSibling, headline!.Element)
            && (element.PreviousElementSibling is not { } before || !around.Contains(before));

    // A short one beside the text that says by its name that it holds the article's facts.
    private bool IsAboutArticle(IElement element) =>
        lengths.Of(element) <= MaxCardLength / 2 && !links.Contain(element) && element.Closest("article, main") is not null
            && ClassWords.NamesOf(element).SelectMany(ClassWords.Split).Any(
                word => word is "meta" or "data" or "info" or "byline" or "author");

    // What stands right under the headline is its own, though a template calls it a teaser's.
    private bool FollowsHeadline(IElement element) =>
        element.PreviousElementSibling is { } before && (ReferenceEquals(before, headline?.Element)
            || (around.Contains(before) && lengths.Of(before) <= MaxHeadBoxLength))
            && lengths.Of(element) is > 0 and <= MaxHeadLineLength && !links.Contain(element);

    private MarkKinds KindsOf(IElement element)
    {
        var own = element.LocalName == "time" ? MarkKinds.Date : MarkKinds.None;
        foreach (var name in ClassWords.NamesOf(element))
        {
            if (!kinds.TryGetValue(name, out var known))
                kinds[name] = known = MarkNames.Read(name);
            own |= known;
        }

        if (element.GetAttribute("itemprop") is { } property)
            own |= MarkNames.ReadProperty(property);
        if (element.GetAttribute("rel") is { } relation && relation.Split(' ').Contains("author", StringComparer.OrdinalIgnoreCase))
            own |= MarkKinds.Author;
        if (element.LocalName == "a" && MarkNames.IsProfile(element.GetAttribute("href")))
            own |= MarkKinds.Author;
        return own.HasFlag(MarkKinds.Date) && element.LocalName is "body" or "html" ? MarkKinds.None : own;
    }

    // Links in headings, and headings in links, in their order.
    private static void AddHeadingLinks(List<IElement> found, IElement parent, bool isInHeading, bool isInLink)
    {
        foreach (var element in parent.Children)
        {
            var isHeading = element.LocalName is "h2" or "h3" or "h4" or "h5";
            var isLink = element.LocalName == "a" && element.HasAttribute("href");
            if ((isHeading && isInLink) || (isLink && isInHeading))
                found.Add(element);
            AddHeadingLinks(found, element, isInHeading || isHeading, isInLink || isLink);
        }
    }

    private bool LeadsAway(IElement element) =>
        (element.GetAttribute("href") ?? element.Closest("a")?.GetAttribute("href")) is { } link && !link.StartsWith('#')
            && !page.IsOwn(link) && !page.IsAbove(link) && !MarkNames.IsProfile(link);
}
