using AngleSharp.Dom;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Text;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>The article's headline on the page.</summary>
/// <param name="Element">The heading that shows it.</param>
/// <param name="Text">Its text without a kicker.</param>
/// <param name="Whole">Its text with the kicker.</param>
internal sealed record Headline(IElement Element, string Text, string Whole)
{
    private const int MaxHeads = 500;

    // Shorter emphasised texts are labels such as a site's or a section's name.
    private const int MinHeadLength = 15;
    private const int MinIdeographs = 7;

    // A headline on the page and the title for other sites are two wordings of one story: they share words.
    private const double SharedWords = 0.3;
    private const int MinWordLength = 3;

    /// <summary><c>null</c> where no heading can be told to be the article's.</summary>
    /// <param name="page">The page.</param>
    /// <param name="site">Whose heading with its own name is no headline.</param>
    /// <param name="titles">What the page is called for others.</param>
    public static Headline? Find(Page page, SiteNames site, IReadOnlyList<string> titles)
    {
        var (crumbs, heads) = ReadAll(page, site);
        // The name of the site stands in the window's title as well, and leads home.
        return heads.Where(head => titles.Any(title => title.Contains(head.Text, StringComparison.OrdinalIgnoreCase))
                && !IsHomeLink(head, page)).MaxBy(head => head.Text.Length)
            ?? heads.Where(head => !IsHomeLink(head, page)).MaxBy(
                head => titles.Select(title => Likeness(head.Text, title)).DefaultIfEmpty().Max()) switch
            {
                { } best when heads.Count == 1 || titles.Any(title => Likeness(best.Text, title) >= SharedWords) => best,
                _ => null,
            }
            ?? page.Document.QuerySelectorAll("h2, h3, b, strong, font, div[class*=title i], p[class*=title i]").Take(MaxHeads).Select(Read)
                .OfType<Headline>().FirstOrDefault(
                    head => head.Text.Length >= (head.Text[0] > '\u2e80' ? MinIdeographs : MinHeadLength) && !site.Contain(head.Text)
                    && titles.Any(title => WindowTitle.Has(title, head.Text) || Wording.AreSame(title, head.Whole)))
            ?? crumbs.FirstOrDefault();
    }

    // Some sites make the last step of the way to the page its h1, in the words for search engines, and show the headline further down.
    private static (List<Headline> Crumbs, List<Headline> Heads) ReadAll(Page page, SiteNames site)
    {
        var all = page.Document.QuerySelectorAll("h1").Take(MaxHeads).Select(Read).OfType<Headline>().Where(
            head => !site.Contain(head.Text)).ToLookup(head => head.Element.Closest("li") is { } step && IsBreadcrumb(step.ParentElement));
        return ([.. all[true]], [.. all[false]]);
    }

    private static bool IsBreadcrumb(IElement? list) =>
        list is not null && (list.GetAttribute("itemtype")?.EndsWith("/BreadcrumbList", StringComparison.Ordinal) == true
            || ClassWords.NamesOf(list).Any(name => ClassWords.Split(name).Any(word => word is "breadcrumb" or "breadcrumbs")));

    private static Headline? Read(IElement element) => HeadlineText.From(element) is { } text
            ? new Headline(element, text, HeadlineText.Whole(element) ?? text) : null;

    private static bool IsHomeLink(Headline head, Page page) =>
        (head.Element.QuerySelector("a[href]") ?? head.Element.Closest("a[href]"))?.GetAttribute("href") is { } link
            && (link is "/" or "./" or "/index.html" or "/index.php"
                || page.Absolute(link) is { } absolute && new Uri(absolute).AbsolutePath.Length <= 1);

    /// <summary>The share of the shorter one's words that the other has too.</summary>
    internal static double Likeness(string first, string second)
    {
        var (one, other) = (Words(first), Words(second));
        return one.Count == 0 || other.Count == 0 ? 0 : (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(
            [' ', '-', '–', ',', ':', '.', '„', '“', '"', '«', '»', '?', '!', '|', '(', ')', '’', '\''],
            StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= MinWordLength || word[0] > '\u2e80')];
}
