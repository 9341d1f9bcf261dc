using Pipeline.Articles;

namespace Pipeline.Ingestion;

/// <summary>The articles with their bodies and revisions.</summary>
public interface IArticleStore
{
    /// <summary>The current revision, or <c>null</c>.</summary>
    Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a revision and makes it the current one, if the current one is still <paramref name="expected"/>
    /// (<c>null</c>: there is none). False where another writer came first; nothing is written then.
    /// </summary>
    Task<bool> TrySaveAsync(Article article, StoredArticle? expected, CancellationToken cancellationToken);
}

/// <summary>An article as it is stored, with the tag that the next write must present.</summary>
public sealed record StoredArticle(Article Article, string ETag);
