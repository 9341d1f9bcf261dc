using Microsoft.Extensions.Logging;
using Pipeline.Clusters;

namespace Pipeline.Ingestion;

/// <summary>
/// Does what must follow a commit: lists its changes, and flags the members that one transaction could not hold. Every step can be
/// repeated in any order, so that whoever finds a commit unfinished finishes it.
/// </summary>
public sealed class CommitFollowUp(ICatalogStore catalog, IListStore lists, TimeProvider time, ILogger<CommitFollowUp> log)
{
    // Long enough for the process that committed it to finish it itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Finishes one commit.</summary>
    public async Task FinishAsync(CatalogCommit commit, CancellationToken cancellationToken)
    {
        await SideBySide.MeetAsync(SharedStep.Lists);
        await Task.WhenAll(commit.Changes.Select(change => lists.ApplyAsync(change, cancellationToken)));
        if (commit.Unfinished is { } clusterId)
        {
            var next = await catalog.CommitAsync((open, token) => Placement.FlagAsync(open, clusterId, token), null, cancellationToken);
            await FinishAsync(next, cancellationToken);
        }

        catalog.Complete(commit);
    }

    /// <summary>Finishes what others left unfinished for over half a minute. Returns how many commits that were.</summary>
    public Task<int> SweepAsync(CancellationToken cancellationToken) => FinishAsync(time.GetUtcNow() - Patience, cancellationToken);

    /// <summary>Finishes everything that is unfinished, however young.</summary>
    public Task<int> FinishAllAsync(CancellationToken cancellationToken) => FinishAsync(DateTimeOffset.MaxValue, cancellationToken);

    private async Task<int> FinishAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var pending = await catalog.ListPendingAsync(before, cancellationToken);
        foreach (var commit in pending)
            await FinishAsync(commit, cancellationToken);
        if (pending.Count > 0)
            log.CommitsFinished(pending.Count);
        return pending.Count;
    }
}
