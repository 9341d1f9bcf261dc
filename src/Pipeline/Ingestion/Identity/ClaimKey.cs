using Pipeline.Articles;
using Pipeline.Enrichment.Urls;
using Pipeline.Matching;

namespace Pipeline.Ingestion.Identity;

/// <summary>The keys under which identities are claimed.</summary>
internal static class ClaimKey
{
    /// <summary>What an entry claims as the article that it became: its id and its address, as far as it has them.</summary>
    public static IEnumerable<string> ForEntry(Entry entry, Article article) =>
        new[] { SourceId(entry, article.Source), AddressOf(article) is { } url ? Url(url) : null }.OfType<string>();

    /// <summary>The entry's id among those of its source, or everywhere where the publisher says so; its address where it has no
    /// id.</summary>
    public static string? SourceId(Entry entry, string source) => entry switch
    {
        { SourceId: { } id, SourceIdIsGlobal: true } => Global(id),
        { SourceId: { } id } => $"id:{source}:{id}",
        { Url: { } url } => $"id:{source}:{url}",
        _ => null,
    };

    public static string Global(string id) => $"id::{id}";

    public static string Url(string canonicalUrl) => $"url:{canonicalUrl}";

    /// <summary>The address by which others know the article. Agencies name an item by that of its page (the <c>uri</c> of ninjs), as its
    /// page and its feed do.</summary>
    public static string? AddressOf(Article article) =>
        article.Url ?? (article.Wire is null ? null : CanonicalUrl.FromAddress(article.SourceId));

    /// <summary><c>null</c> for an article without a word of text.</summary>
    public static string? Text(Article article) => TextHash.ForArticle(article.Title, article.Text) is { } hash ? $"text:{hash}" : null;
}
