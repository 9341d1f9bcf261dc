using Pipeline.Articles;
using Pipeline.Ingestion;

namespace Pipeline.Evaluation.Stores;

/// <summary>Lists that nobody pages through.</summary>
internal sealed class NoLists : IListStore
{
    public Task ApplyAsync(ArticleChange change, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<long?> FindSequenceAsync(ArticleSummary article, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    public Task RemoveAsync(ArticleChange last, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAllAsync(IReadOnlyList<ArticleChange> last, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task HoldAsync(string articleId, DateTimeOffset until, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<HeldArticle>> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HeldArticle>>([]);

    public Task ReleaseAsync(HeldArticle held, CancellationToken cancellationToken) => Task.CompletedTask;
}
