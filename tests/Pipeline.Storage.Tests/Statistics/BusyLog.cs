using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Storage.Tests.Statistics;

/// <summary>A log in which so many new articles of ten sources are committed every hour since a moment; its lines are made when they are
/// read.</summary>
internal sealed class BusyLog(DateTimeOffset start, int anHour, TimeProvider time) : ICatalogStore
{
    private readonly ArticleSummary[] articles = [.. Enumerable.Range(0, 10).Select(number => new ArticleSummary
    {
        Id = $"{number}", ClusterId = $"{number}", Source = $"source{number}", Title = "", ListedAt = start, Published = start,
    })];

    /// <summary>How often it was asked for lines.</summary>
    public int Reads { get; private set; }

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) =>
        Task.FromResult((long)((time.GetUtcNow() - start).TotalHours * anHour));

    public async Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken)
    {
        Reads++;
        var count = (int)Math.Min(limit, await GetHeadAsync(cancellationToken) - since);
        return [.. Enumerable.Range(1, Math.Max(0, count)).Select(index => Line(since + index))];
    }

    public Task<long> FindLastBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        Task.FromResult(Math.Max(0, (long)((time - start).TotalHours * anHour)));

    public Task<CatalogCommit> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public void Complete(CatalogCommit commit) => throw new NotSupportedException();

    public Task<IReadOnlyList<CatalogCommit>> ListPendingAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CatalogEntry?> GetEntryAsync(string articleId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Cluster?> FindClusterAsync(string clusterId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteChangesAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task StripChangesAsync(ArticleSummary notice, CancellationToken cancellationToken) => throw new NotSupportedException();

    private ArticleChange Line(long sequence) =>
        new(sequence, ChangeKind.New, start.AddHours((double)(sequence - 1) / anHour), articles[sequence % articles.Length]);
}
