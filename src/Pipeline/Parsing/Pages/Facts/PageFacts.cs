using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>What one vocabulary of a page says of its article; what it does not state is <c>null</c> or empty.</summary>
/// <param name="Origin">The vocabulary, as <see cref="Entry.Provenance"/> names it.</param>
internal sealed record PageFacts(string Origin)
{
    /// <summary>The origin of what the page shows a person.</summary>
    public const string Shown = "page";

    public string? Title { get; init; }

    /// <summary>The headline that the page shows; <c>null</c> where the title is its window's.</summary>
    public Headline? Headline { get; init; }

    /// <summary>The window's title without the site's name.</summary>
    public string? Window { get; init; }

    public string? Url { get; init; }

    public string? Summary { get; init; }

    /// <summary>The paragraph between headline and text, where the page shows one.</summary>
    public string? Standfirst { get; init; }

    public PublishedDate? Published { get; init; }

    /// <summary>A date that is the publication's where nothing states one: a tag that says no more than "date", a line far from the
    /// headline.</summary>
    public PublishedDate? Uncertain { get; init; }

    /// <summary>The day that the page's address names.</summary>
    public DateOnly? AddressDay { get; init; }

    public PublishedDate? Updated { get; init; }

    public string? Language { get; init; }

    public string? Section { get; init; }

    public string? Rights { get; init; }

    public Publisher? Publisher { get; init; }

    /// <summary>False where the text or a part of it is only for those who pay; <c>null</c> where nothing says.</summary>
    public bool? IsFree { get; init; }

    public IReadOnlyList<Contributor> Contributors { get; init; } = [];

    /// <summary>The organisations that are stated as authors: they are where nobody else is.</summary>
    public IReadOnlyList<Contributor> Organisations { get; init; } = [];

    /// <summary>The names that the page shows as its editors.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    public IReadOnlyList<Category> Categories { get; init; } = [];

    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>The pictures of a gallery with their captions, which may stand nowhere else.</summary>
    public IReadOnlyList<ArticleImage> Gallery { get; init; } = [];

    /// <summary>The body as the vocabulary carries it, plain or as HTML: the stand-in where the page shows nothing or only its
    /// beginning.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Most trusted first: what was written for machines about this one article, then what was written for social
    /// networks, then the older meta tags, and last what the page shows, which only a guess ties to the article.
    /// </summary>
    public static IReadOnlyList<PageFacts> ByTrust(Page page, out SiteNames site)
    {
        var (linked, names) = JsonLdReader.Read(page);
        PageFacts[] stated = [.. linked, MicrodataReader.Read(page), OpenGraphReader.Read(page), MetaReader.Read(page)];
        site = new SiteNames(page, [.. linked.Select(facts => facts.Publisher?.Name)], names);
        return [.. stated, VisibleReader.Read(page, site, stated)];
    }
}
