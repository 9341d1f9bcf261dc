using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// The id that a new article gets. It is made of what the article says within its source, so that the store itself refuses a second
/// article of the same words, whatever new id and address an aggregator gives them; that costs no look-up.
/// </summary>
internal static class ProposedId
{
    /// <summary>The same for the same words within a source; of an article without words, or of the wire, the same for the same address or
    /// id.</summary>
    public static string ForArticle(Article article, string key) =>
        article is { Wire: null, Text.Length: > 0 } ? StableHash.Id(article.Source, article.Title, article.Text)
        : article.Url is { } url ? StableHash.Id(ClaimKey.Url(url))
        : StableHash.Id(key);

    /// <summary>What stands for an article that a source withdraws before it has come.</summary>
    public static string ForAbsent(string key, string source) => StableHash.Id(key, source);
}
