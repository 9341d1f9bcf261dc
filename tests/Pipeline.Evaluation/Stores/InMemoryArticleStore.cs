using Pipeline.Articles;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Evaluation.Stores;

/// <summary>The current revision of each article, for one writer.</summary>
internal sealed class InMemoryArticleStore : IArticleStore
{
    private readonly Dictionary<string, Article> articles = new(StringComparer.Ordinal);

    public Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(articles.TryGetValue(id, out var article) ? new StoredArticle(article, "") : null);

    public Task<bool> TrySaveAsync(
        Article article, IReadOnlyList<string> claims, StoredArticle? expected, CancellationToken cancellationToken)
    {
        articles[article.Id] = article;
        return Task.FromResult(true);
    }

    public Task<ArticleHistory?> GetHistoryAsync(string id, CancellationToken cancellationToken) => Task.FromResult<ArticleHistory?>(null);

    public Task DeleteAsync(ArticleHistory history, CancellationToken cancellationToken) => Task.CompletedTask;
}
