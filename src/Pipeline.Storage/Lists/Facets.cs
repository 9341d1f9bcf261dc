using Pipeline.Articles;

namespace Pipeline.Storage.Lists;

/// <summary>The lists that an article stands in. A value may hold any character, and keys may not, so values are hashed.</summary>
internal static class Facets
{
    // With the placement row and the same number of rows to take away, a transaction stays within its 100.
    private const int MaxFacets = 45;

    public const string All = "all";

    public static string Source(string source) => ForValue("source", source);

    public static string Language(string language) => ForValue("language", language.Split('-')[0]);

    public static string Author(string author) => ForValue("author", author);

    public static string Category(string category) => ForValue("category", category);

    public static string Keyword(string keyword) => ForValue("keyword", keyword);

    public static string Cluster(string clusterId) => ForValue("cluster", clusterId);

    public static IReadOnlyList<string> ForArticle(ArticleSummary article) =>
    [
        .. new[] { All, Cluster(article.ClusterId) }
            .Concat(Registered(article))
            .Concat(article.Authors.Select(Author))
            .Concat(article.Keywords.Select(Keyword))
            .Distinct()
            .Take(MaxFacets),
    ];

    /// <summary>The lists whose months are known: of those there are few enough. Every cluster would be another one, and most
    /// keywords.</summary>
    public static IReadOnlyList<string> Registered(ArticleSummary article) =>
    [
        .. new[] { Source(article.Source) }
            .Concat(article.Language is { } language ? [Language(language)] : [])
            .Concat(article.Categories.Select(Category))
            .Distinct()
            .Take(MaxFacets),
    ];

    private static string ForValue(string name, string value) => $"{name}:{StableHash.Id(value.Trim().ToUpperInvariant())}";
}
