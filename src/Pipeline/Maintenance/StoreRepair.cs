using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Maintenance;

/// <summary>Mends what a check finds. The log is what counts: everything else is brought back to what it says.</summary>
public sealed class StoreRepair(
    StoreCheck check, ICatalogStore catalog, CommitFollowUp commits, Clustering clustering, IListStore lists, IClaimStore claims,
    IBandStore bands,
    Sweeper sweeper, ILogger<StoreRepair> log)
{
    /// <summary>Checks a sample and mends what differs in it. Returns what was found; another check tells what is left.</summary>
    public async Task<StoreReport> RunAsync(int sample, CancellationToken cancellationToken)
    {
        // What is only unfinished needs no mending of its own.
        await commits.FinishAllAsync(cancellationToken);
        var report = await check.RunAsync(sample, cancellationToken);
        foreach (var difference in report.Differences)
        {
            await MendAsync(difference, cancellationToken);
            PipelineTelemetry.CountRepair(difference.Kind.ToString());
            log.Repaired(difference.Kind, difference.Id, difference.Detail);
        }

        if (report.Differences.Any(difference => difference.Kind == StoreDifferenceKind.FileOverdue))
            await sweeper.SettleAsync(cancellationToken);
        return report;
    }

    private Task MendAsync(StoreDifference difference, CancellationToken cancellationToken) => difference.Kind switch
    {
        StoreDifferenceKind.ListBehindLog => ListAsync(difference.Id, cancellationToken),
        StoreDifferenceKind.ClusterDiffers => PlaceAsync(difference.Id, cancellationToken),
        StoreDifferenceKind.ClaimWithoutArticle => RemoveClaimAsync(difference.Id, cancellationToken),
        StoreDifferenceKind.BandWithoutArticle => RemoveFromBandAsync(difference.Id, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task ListAsync(string articleId, CancellationToken cancellationToken)
    {
        if (await catalog.GetEntryAsync(articleId, cancellationToken) is { Sequence: > 0 } entry)
            await lists.ApplyAsync(new ArticleChange(entry.Sequence, ChangeKind.Revised, default, entry.Article), cancellationToken);
    }

    private async Task PlaceAsync(string articleId, CancellationToken cancellationToken)
    {
        var commit = await catalog.CommitAsync(
            (open, token) => clustering.RestoreAsync(open, articleId, token), null, cancellationToken);
        await commits.FinishAsync(commit, cancellationToken);
    }

    private async Task RemoveClaimAsync(string id, CancellationToken cancellationToken)
    {
        var (after, last) = (id[..^1], id[^1]);
        // The claims after what is one letter shorter begin with those that have it.
        foreach (var claim in await claims.ListAsync($"{after}{(char)(last - 1)}", 100, cancellationToken))
        {
            if (claim.Id == id)
                await claims.RemoveAsync(claim, cancellationToken);
        }
    }

    private Task RemoveFromBandAsync(string id, CancellationToken cancellationToken) =>
        bands.RemoveAsync(new BandMember(id[..id.IndexOf('/')], id[(id.IndexOf('/') + 1)..], "", default), cancellationToken);
}
