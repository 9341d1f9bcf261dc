using Microsoft.Extensions.Logging;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Matching;

namespace Pipeline.Maintenance;

/// <summary>
/// Signs articles anew where the parameters of signatures are others than those that the store was last signed with: signatures of
/// different versions are never compared, so new copies of what was seen within the look-back would find nothing. It follows the log
/// and remembers how far it came. Rows of a former version are not read again.
/// </summary>
public sealed class SignatureUpgrade(
    ICatalogStore catalog, IArticleStore articles, IBandStore bands, Publication publication, IngestionSettings settings, TimeProvider time,
    ILogger<SignatureUpgrade> log)
{
    private const int Batch = 100;

    // Well within the ten minutes that the host gives a run; the next one goes on.
    private static readonly TimeSpan MaxRunTime = TimeSpan.FromMinutes(5);

    /// <summary>Signs what is left to sign, for 5 minutes at most; one operation where that is nothing. Returns how many articles it
    /// signed.</summary>
    public async Task<int> UpgradeAsync(CancellationToken cancellationToken)
    {
        var progress = await bands.GetProgressAsync(cancellationToken);
        if (progress is { Version: Fingerprint.CurrentVersion, IsDone: true })
            return 0;
        var started = time.GetUtcNow();
        if (progress?.Version != Fingerprint.CurrentVersion)
            progress = new SignatureProgress(
                Fingerprint.CurrentVersion, await catalog.FindLastBeforeAsync(started - settings.LookBack, cancellationToken), false);
        var signed = 0;
        while (!progress.IsDone && time.GetUtcNow() - started < MaxRunTime)
        {
            // What came since then was signed as it came.
            var changes = (await catalog.ListChangesAsync(progress.Sequence, Batch, cancellationToken)).TakeWhile(
                change => change.At <= started).ToList();
            foreach (var articleId in changes.Select(change => change.Article.Id).Distinct())
                signed += await SignAsync(articleId, cancellationToken) ? 1 : 0;
            progress = changes.Count == 0 ? progress with { IsDone = true } : progress with { Sequence = changes[^1].Sequence };
            await bands.RecordProgressAsync(progress, cancellationToken);
        }

        log.Signed(signed, progress.Sequence, progress.IsDone);
        return signed;
    }

    private async Task<bool> SignAsync(string articleId, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(articleId, cancellationToken) is not { } stored)
            return false;
        await publication.MatchAsync(stored.Article, cancellationToken);
        return true;
    }
}
