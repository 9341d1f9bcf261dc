using Pipeline.Articles;

namespace Pipeline.Storage.Lists;

/// <summary>Which articles a list shows. Filters are combined: an article must pass every one.</summary>
public sealed record ListQuery
{
    // Each is a query of its own; with more values the list of everything is read and narrowed.
    private const int MaxLists = 6;

    public ValueFilter? Source { get; init; }

    public ValueFilter? Category { get; init; }

    /// <summary>Languages, matched by their first part: <c>zh</c> finds <c>zh-Hans</c>; <c>zh-Hans</c> finds only that.</summary>
    public ValueFilter? Language { get; init; }

    public ValueFilter? Author { get; init; }

    public ValueFilter? Keyword { get; init; }

    public ValueFilter? Cluster { get; init; }

    /// <summary>Hosts of the articles' addresses; those below a host are meant too.</summary>
    public ValueFilter? Domain { get; init; }

    /// <summary>People, organisations and products that the text mentions.</summary>
    public ValueFilter? Name { get; init; }

    /// <summary>How many sources must carry the text.</summary>
    public int? MinOutlets { get; init; }

    public DateTimeOffset? PublishedFrom { get; init; }

    public DateTimeOffset? PublishedTo { get; init; }

    public bool IncludeDuplicates { get; init; }

    public bool IncludeWithdrawn { get; init; }

    /// <summary>The oldest first, by the time that articles are listed under.</summary>
    public bool IsOldestFirst { get; init; }

    /// <summary>At most 500.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before this one ended.</summary>
    public string? After { get; init; }

    /// <summary>The lists to read, one for each state that is asked for.</summary>
    internal IEnumerable<ArticleState> States =>
        new[] { ArticleState.Canonical }
            .Concat(IncludeDuplicates ? [ArticleState.Duplicate] : [])
            .Concat(IncludeWithdrawn ? [ArticleState.Withdrawn] : []);

    /// <summary>The lists with the fewest articles that the filters name, one for each value; the other filters are applied to what they
    /// hold.</summary>
    internal IReadOnlyList<string> FacetLists =>
        Find(Cluster, Facets.Cluster) ?? Find(Author, Facets.Author) ?? Find(Keyword, Facets.Keyword) ?? Find(Category, Facets.Category)
        ?? Find(Source, Facets.Source) ?? Find(Language, Facets.Language) ?? [Facets.All];

    /// <summary>How the keys of each list that is to be read begin.</summary>
    internal IEnumerable<string> Prefixes => States.SelectMany(state => FacetLists.Select(facet => ListRows.Prefix(state, facet)));

    /// <summary>For each filter whose lists are registered, how the keys of those begin: what passes stands in one of each.</summary>
    internal IEnumerable<IReadOnlyList<string>> RegisteredPrefixes =>
        new[] { Find(Category, Facets.Category), Find(Source, Facets.Source), Find(Language, Facets.Language) }
            .OfType<IReadOnlyList<string>>()
            .Select(facets => (IReadOnlyList<string>)[.. States.SelectMany(
                state => facets.Select(facet => ListRows.Prefix(state, facet)))]);

    /// <summary>Whether the filters let an article through, whatever its state.</summary>
    public bool Passes(ArticleSummary article) =>
        Passes(Source, [article.Source])
        && (Language?.Passes(article.Language is { } language ? [language, language.Split('-')[0]] : [], IsSame) ?? true)
        && Passes(Category, article.Categories)
        && Passes(Author, article.Authors)
        && Passes(Keyword, article.Keywords)
        && Passes(Name, article.Names)
        && Passes(Cluster, [article.ClusterId])
        && (Domain?.Passes(HostOf(article.Url) is { } host ? [host] : [], IsBelow) ?? true)
        && !(article.Published < PublishedFrom)
        && !(article.Published > PublishedTo)
        && ((PublishedFrom ?? PublishedTo) is null || article.Published is not null);

    /// <summary>Whether articles of this state were asked for.</summary>
    public bool ShowsState(ArticleState state) => States.Contains(state);

    /// <summary>Whether enough sources carry the text, as far as the summary knows.</summary>
    public bool HasOutlets(ArticleSummary article) => !(article.Outlets < MinOutlets);

    /// <summary>The lines of the log that the filters let through, each article as it stood then.</summary>
    public List<ArticleChange> KeepPassing(IEnumerable<ArticleChange> changes) =>
        [.. changes.Where(change => Passes(change.Article) && HasOutlets(change.Article))];

    private IReadOnlyList<string>? Find(ValueFilter? filter, Func<string, string> name) =>
        filter is { Wanted: { Count: > 0 } wanted } && wanted.Count * States.Count() <= MaxLists
            ? [.. wanted.Select(name).Distinct()] : null;

    private static bool Passes(ValueFilter? filter, IReadOnlyList<string> values) => filter?.Passes(values, IsSame) ?? true;

    private static bool IsSame(string wanted, string value) => string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string domain, string host) =>
        IsSame(domain, host) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    private static string? HostOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : null;
}

/// <summary>A page of a list.</summary>
/// <param name="Items">In the order that was asked for.</param>
/// <param name="Next">Where the next page starts; <c>null</c> where this is the last. A page may be short and still have a next, as
/// reading stops after a bounded number of operations; an empty one has none, unless the filters let next to nothing of what they name
/// through.</param>
public sealed record ListPage(IReadOnlyList<ArticleSummary> Items, string? Next)
{
    /// <summary>Where a page starts that comes behind this article.</summary>
    public static string PositionOf(ArticleSummary article) => ListRows.Position(article);
}
