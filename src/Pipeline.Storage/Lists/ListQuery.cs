using Pipeline.Articles;

namespace Pipeline.Storage.Lists;

/// <summary>Which articles a list shows. Filters are combined: an article must pass every one.</summary>
public sealed record ListQuery
{
    public string? Source { get; init; }

    public string? Category { get; init; }

    /// <summary>A language, matched by its first part: <c>zh</c> finds <c>zh-Hans</c>; <c>zh-Hans</c> finds only that.</summary>
    public string? Language { get; init; }

    public string? Author { get; init; }

    public string? Keyword { get; init; }

    public string? Cluster { get; init; }

    public DateTimeOffset? PublishedFrom { get; init; }

    public DateTimeOffset? PublishedTo { get; init; }

    public bool IncludeDuplicates { get; init; }

    public bool IncludeWithdrawn { get; init; }

    /// <summary>At most 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public string? After { get; init; }

    /// <summary>The lists to read, one for each state that is asked for.</summary>
    internal IEnumerable<ArticleState> States =>
        new[] { ArticleState.Canonical }
            .Concat(IncludeDuplicates ? [ArticleState.Duplicate] : [])
            .Concat(IncludeWithdrawn ? [ArticleState.Withdrawn] : []);

    /// <summary>The list with the fewest articles that the filters name; the others are applied to what it holds.</summary>
    internal string Facet => (Cluster, Author, Keyword, Category, Source, Language) switch
    {
        ({ } cluster, _, _, _, _, _) => Facets.Cluster(cluster),
        (_, { } author, _, _, _, _) => Facets.Author(author),
        (_, _, { } keyword, _, _, _) => Facets.Keyword(keyword),
        (_, _, _, { } category, _, _) => Facets.Category(category),
        (_, _, _, _, { } source, _) => Facets.Source(source),
        (_, _, _, _, _, { } language) => Facets.Language(language),
        _ => Facets.All,
    };

    /// <summary>Whether the filters let an article through, whatever its state.</summary>
    public bool Passes(ArticleSummary article) =>
        Is(Source, article.Source)
        && (Language is null || Is(Language, article.Language) || Is(Language, article.Language?.Split('-')[0]))
        && IsAmong(Category, article.Categories)
        && IsAmong(Author, article.Authors)
        && IsAmong(Keyword, article.Keywords)
        && !(article.Published < PublishedFrom)
        && !(article.Published > PublishedTo)
        && ((PublishedFrom ?? PublishedTo) is null || article.Published is not null);

    private static bool Is(string? wanted, string? value) =>
        wanted is null || string.Equals(wanted.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static bool IsAmong(string? wanted, IReadOnlyList<string> values) => wanted is null || values.Any(value => Is(wanted, value));
}

/// <summary>A page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Where the next page starts; <c>null</c> where this is the last. A page may be short, even empty, and still have a
/// next: reading stops after a bounded number of operations.</param>
public sealed record ListPage(IReadOnlyList<ArticleSummary> Items, string? Next);
