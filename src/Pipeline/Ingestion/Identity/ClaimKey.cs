using Pipeline.Articles;
using Pipeline.Enrichment.Urls;
using Pipeline.Matching;

namespace Pipeline.Ingestion.Identity;

/// <summary>The keys that are claimed across sources.</summary>
internal static class ClaimKey
{
    /// <summary>Says that an article was erased, so that it stays away.</summary>
    public static string Erased(string articleId) => $"erased:{articleId}";

    public static string Global(string id) => $"id::{id}";

    public static string Url(string canonicalUrl) => $"url:{canonicalUrl}";

    /// <summary>The address by which others know the article. Agencies name an item by that of its page (the <c>uri</c> of ninjs), as its
    /// page and its feed do.</summary>
    public static string? AddressOf(Article article) =>
        article.Url ?? (article.Wire is null ? null : CanonicalUrl.FromAddress(article.SourceId));

    /// <summary><c>null</c> for an article without a word of text.</summary>
    public static string? Text(Article article) => TextHash.ForArticle(article.Title, article.Text) is { } hash ? $"text:{hash}" : null;
}
