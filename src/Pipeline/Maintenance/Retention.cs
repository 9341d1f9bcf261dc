using System.Collections.Concurrent;
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
    // What one entity-group transaction deletes of the log.
    private const int Batch = 100;
    private const int MaxConcurrency = 8;

    // Well within the ten minutes that the host gives a run; the next one goes on.
    private static readonly TimeSpan MaxRunTime = TimeSpan.FromMinutes(5);

    /// <summary>Deletes what is due, for 5 minutes at most. Returns how many articles that were.</summary>
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
        log.Expired(expired, time.GetElapsedTime(started) < MaxRunTime);
        return expired;
    }

    private async Task<IReadOnlyList<ArticleChange>> ListDueAsync(long dueUntil, CancellationToken cancellationToken) =>
        dueUntil == 0 ? []
            : [.. (await catalog.ListChangesAsync(0, Batch, cancellationToken)).TakeWhile(change => change.Sequence <= dueUntil)];

    private async Task<int> ExpireAsync(IReadOnlyList<ArticleChange> due, long dueUntil, CancellationToken cancellationToken)
    {
        var expired = new ConcurrentBag<string>();
        var last = due.GroupBy(change => change.Article.Id).Select(changes => changes.Last());
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(last, options, async (change, token) =>
        {
            if (await ExpireAsync(change, dueUntil, token))
                expired.Add(change.Article.Id);
        });
        // Delete these last; an interrupted run resumes from them.
        await catalog.DeleteChangesAsync(due, cancellationToken);
        return expired.Count;
    }

    // The article's own rows go last: they carry what it takes to find the others.
    private async Task<bool> ExpireAsync(ArticleChange last, long dueUntil, CancellationToken cancellationToken)
    {
        var history = await articles.GetHistoryAsync(last.Article.Id, cancellationToken);
        if (!await publication.EditAsync((open, token) => expiry.ExpireAsync(open, last, dueUntil, token), null, cancellationToken))
            return false;
        await lists.RemoveAsync(last, cancellationToken);
        if (history is null)
            return false;
        foreach (var revision in history.Revisions)
            await matcher.ForgetAsync(revision, null, cancellationToken);
        if (last.Article.State != ArticleState.Withdrawn)
        {
            foreach (var key in history.Claims)
                await claims.RemoveAsync(key, history.Id, cancellationToken);
        }

        await articles.DeleteAsync(history, cancellationToken);
        return true;
    }
}
