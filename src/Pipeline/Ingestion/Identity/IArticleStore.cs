using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>The articles with their bodies and revisions.</summary>
public interface IArticleStore
{
    /// <summary>The current revision, or <c>null</c>.</summary>
    Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a revision and makes it the current one, if the current one is still <paramref name="expected"/>
    /// (<c>null</c>: there is none). False where another writer came first; nothing is written then.
    /// </summary>
    /// <param name="article">The revision.</param>
    /// <param name="claims">The keys that the entry behind it claimed.</param>
    /// <param name="expected">The current revision.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    Task<bool> TrySaveAsync(
        Article article, IReadOnlyList<string> claims, StoredArticle? expected, CancellationToken cancellationToken);

    /// <summary>All that is stored of an article, or <c>null</c>.</summary>
    Task<ArticleHistory?> GetHistoryAsync(string id, CancellationToken cancellationToken);

    /// <summary>Deletes the article with its revisions, unless another was stored since <paramref name="history"/> was read.</summary>
    Task DeleteAsync(ArticleHistory history, CancellationToken cancellationToken);
}

/// <summary>An article as it is stored, with the tag that the next write must present.</summary>
public sealed record StoredArticle(Article Article, string ETag);

/// <summary>An article as it was over time, with what it takes to delete it exactly.</summary>
/// <param name="Id">The article.</param>
/// <param name="ETag">The current revision's; <c>null</c> where a deletion was cut short after it.</param>
/// <param name="Revisions">Newest first.</param>
/// <param name="Claims">Every key that one of its entries claimed.</param>
/// <param name="Blobs">The bodies that lie outside the table.</param>
public sealed record ArticleHistory(
    string Id, string? ETag, IReadOnlyList<Article> Revisions, IReadOnlyList<string> Claims, IReadOnlyList<string> Blobs);
