using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Maintenance;

/// <summary>
/// Deletes articles to which nothing has happened for as long as an operator says, with every row that leads to them. It eats
/// the log from its old end, so that it finds what is due without a scan and goes on where it was cut short. The notice of a
/// withdrawal, the ledger and the dropped files stay.
/// </summary>
public sealed class Retention(
    ICatalogStore catalog, IArticleStore articles, IListStore lists, IClaimStore claims, Matcher matcher, Publication publication,
    Expiry expiry, IngestionSettings settings, TimeProvider time, ILogger<Retention> log)
{
    // What one query answers.
    private const int Lines = 1000;

    // What one entity-group transaction deletes of the log.
    private const int LinesATransaction = 100;

    // Two groups of the catalog's commits: while one is on its way the other is decided.
    private const int Batch = 48;
    private const int BatchesAtOnce = 2;

    // Within the half hour after which the next one starts, and that the host gives a run.
    private static readonly TimeSpan MaxRunTime = TimeSpan.FromMinutes(25);

    /// <summary>Deletes what is due, for 25 minutes at most. Returns how many articles that were.</summary>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        if (settings.Retention is not { } kept)
            return 0;
        var started = time.GetTimestamp();
        var dueUntil = await catalog.FindLastBeforeAsync(time.GetUtcNow() - kept, cancellationToken);
        var expired = 0;
        IReadOnlyList<ArticleChange> due;
        while ((due = await ListDueAsync(dueUntil, cancellationToken)).Count > 0 && time.GetElapsedTime(started) < MaxRunTime)
            expired += await ExpireAsync(due, dueUntil, cancellationToken);
        PipelineTelemetry.RecordRetentionLag(due.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - kept - due[0].At);
        log.Expired(expired, due.Count == 0);
        return expired;
    }

    /// <summary>How much longer than it should the oldest article is kept; zero where none is, <c>null</c> where all are kept for ever. One
    /// operation.</summary>
    public async Task<TimeSpan?> FindLagAsync(CancellationToken cancellationToken)
    {
        if (settings.Retention is not { } kept)
            return null;
        var oldest = await catalog.ListChangesAsync(0, 1, cancellationToken);
        return oldest is [var line] && time.GetUtcNow() - kept - line.At is var lag && lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
    }

    private async Task<IReadOnlyList<ArticleChange>> ListDueAsync(long dueUntil, CancellationToken cancellationToken) =>
        dueUntil == 0 ? []
            : [.. (await catalog.ListChangesAsync(0, Lines, cancellationToken)).TakeWhile(change => change.Sequence <= dueUntil)];

    private async Task<int> ExpireAsync(IReadOnlyList<ArticleChange> due, long dueUntil, CancellationToken cancellationToken)
    {
        var expired = 0;
        var last = due.GroupBy(change => change.Article.Id).Select(changes => changes.Last());
        var options = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(last.Chunk(Batch), options, async (batch, token) =>
            Interlocked.Add(ref expired, await ExpireBatchAsync(batch, dueUntil, token)));
        // Delete these last and from the oldest on; an interrupted run resumes from them, and the log has no gap at any time.
        foreach (var lines in due.Chunk(LinesATransaction))
            await catalog.DeleteChangesAsync(lines, cancellationToken);
        return expired;
    }

    // Those of a batch go from step to step together, so that they share the catalog's commits and the lists' transactions. The article's
    // own rows go last: they carry what it takes to find the others.
    private async Task<int> ExpireBatchAsync(ArticleChange[] batch, long dueUntil, CancellationToken cancellationToken)
    {
        var histories = await Task.WhenAll(batch.Select(change => articles.GetHistoryAsync(change.Article.Id, cancellationToken)));
        var isOut = await Task.WhenAll(batch.Select(change => publication.EditAsync(
            (open, token) => expiry.ExpireAsync(open, change, dueUntil, token), null, cancellationToken)));
        var leaving = batch.Zip(histories).Where((_, index) => isOut[index]).ToList();
        var stored = leaving.Where(pair => pair.Second is not null).ToList();
        await Task.WhenAll(stored.Select(pair => ForgetAsync(pair.First, pair.Second!, cancellationToken)).Prepend(
            lists.RemoveAllAsync([.. leaving.Select(pair => pair.First)], cancellationToken)));
        await Task.WhenAll(stored.Select(pair => articles.DeleteAsync(pair.Second!, cancellationToken)));
        return stored.Count;
    }

    private Task ForgetAsync(ArticleChange last, ArticleHistory history, CancellationToken cancellationToken)
    {
        // The notice of a withdrawal is found by the claims.
        var keys = last.Article.State == ArticleState.Withdrawn ? [] : history.Claims;
        return Task.WhenAll(keys.Select(key => claims.RemoveAsync(key, history.Id, cancellationToken)).Append(
            ForgetTextsAsync(history, cancellationToken)));
    }

    // One after the other: two revisions share most of their bands.
    private async Task ForgetTextsAsync(ArticleHistory history, CancellationToken cancellationToken)
    {
        foreach (var revision in history.Revisions)
            await matcher.ForgetAsync(revision, null, cancellationToken);
    }
}
