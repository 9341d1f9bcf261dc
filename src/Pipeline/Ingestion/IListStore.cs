using Pipeline.Articles;

namespace Pipeline.Ingestion;

/// <summary>The lists that clients page through, derived from the log.</summary>
public interface IListStore
{
    /// <summary>Puts the article where the change says that it stands; an older change than the one that placed it last does
    /// nothing.</summary>
    Task ApplyAsync(ArticleChange change, CancellationToken cancellationToken);

    /// <summary>The change that placed the article last, as a sequence number; <c>null</c> where it stands in no list.</summary>
    Task<long?> FindSequenceAsync(ArticleSummary article, CancellationToken cancellationToken);

    /// <summary>Takes the article out of every list, unless a later change than <paramref name="last"/> placed it.</summary>
    Task RemoveAsync(ArticleChange last, CancellationToken cancellationToken);

    /// <summary>The same for several articles, which share transactions where they share a partition.</summary>
    Task RemoveAllAsync(IReadOnlyList<ArticleChange> last, CancellationToken cancellationToken);

    /// <summary>Remembers that a held article is due at a time.</summary>
    Task HoldAsync(string articleId, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Held articles whose time has come, at most 100.</summary>
    Task<IReadOnlyList<HeldArticle>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    Task ReleaseAsync(HeldArticle held, CancellationToken cancellationToken);
}

/// <summary>An article that waits for a time.</summary>
public sealed record HeldArticle(string ArticleId, DateTimeOffset Until);
