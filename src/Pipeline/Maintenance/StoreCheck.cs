using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;

namespace Pipeline.Maintenance;

/// <summary>
/// Holds lists, clusters, claims, bands and the ledger against each other, for a sample that begins at a place taken by chance, so that
/// many small checks come round to everything. What is still on its way is no difference.
/// </summary>
public sealed class StoreCheck(
    ICatalogStore catalog, IListStore lists, IClaimStore claims, IBandStore bands, IArticleStore articles, ILedgerStore ledger,
    IngestionSettings settings, TimeProvider time)
{
    /// <summary>How many articles, claims and rows of bands a timer's check looks at.</summary>
    public const int DefaultSample = 100;

    private const int MaxPage = 1000;
    private const int MaxConcurrency = 16;

    // A claim or a band is written seconds before or after its article; a message may wait for hours and be tried again.
    private static readonly TimeSpan Settling = TimeSpan.FromHours(1);
    private static readonly TimeSpan CommitPatience = TimeSpan.FromMinutes(5);

    /// <summary>Checks so many articles, claims and rows of bands, all overdue files and all unfinished commits.</summary>
    public async Task<StoreReport> RunAsync(int sample, CancellationToken cancellationToken)
    {
        var differences = new ConcurrentBag<StoreDifference>();
        // Listed first: what is finished while the articles are looked at is no difference either.
        var pending = await catalog.ListPendingAsync(DateTimeOffset.MaxValue, cancellationToken);
        var (logged, claimed, banded) = (
            await SampleLogAsync(sample, cancellationToken), await SampleClaimsAsync(sample, cancellationToken),
            await SampleBandsAsync(sample, cancellationToken));
        var listing = pending.SelectMany(commit => commit.Changes).Select(change => change.Article.Id).ToHashSet(StringComparer.Ordinal);
        await EachAsync(logged.Where(id => !listing.Contains(id)), CheckArticleAsync, differences, cancellationToken);
        await EachAsync(claimed.Where(claim => IsOld(claim.WrittenAt)), CheckClaimAsync, differences, cancellationToken);
        await EachAsync(banded.Where(member => IsOld(member.WrittenAt)), CheckBandAsync, differences, cancellationToken);
        foreach (var difference in await ListLateAsync(cancellationToken))
            differences.Add(difference);
        var report = new StoreReport(
            logged.Count, claimed.Count, banded.Count, [.. differences.OrderBy(found => found.Kind).ThenBy(found => found.Id)]);
        PipelineTelemetry.RecordDifferences(Enum.GetValues<StoreDifferenceKind>().Select(kind =>
            KeyValuePair.Create(kind.ToString(), report.Differences.Count(found => found.Kind == kind))));
        return report;
    }

    private bool IsOld(DateTimeOffset writtenAt) => writtenAt < time.GetUtcNow() - Settling;

    private static Task EachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, Task<StoreDifference?>> check, ConcurrentBag<StoreDifference> found,
        CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items, options, async (item, token) =>
        {
            // A commit between two reads looks like a difference, and does not at the second look.
            if (await check(item, token) is not null && await check(item, token) is { } difference)
                found.Add(difference);
        });
    }

    private async Task<StoreDifference?> CheckArticleAsync(string articleId, CancellationToken cancellationToken)
    {
        if (await catalog.GetEntryAsync(articleId, cancellationToken) is not { Sequence: > 0 } entry)
            return null;
        var listed = await lists.FindSequenceAsync(entry.Article, cancellationToken);
        if (listed != entry.Sequence)
        {
            var detail = $"the log has change {entry.Sequence} and the lists {listed?.ToString(provider: null) ?? "none"}";
            return new(StoreDifferenceKind.ListBehindLog, articleId, detail);
        }

        var cluster = await catalog.FindClusterAsync(entry.Article.ClusterId, cancellationToken);
        if (cluster is null || !cluster.Has(articleId))
            return new(StoreDifferenceKind.ClusterDiffers, articleId, $"cluster {entry.Article.ClusterId} does not have it");
        var placed = Placement.PlaceIn(entry.Article, cluster);
        return placed.State == entry.Article.State ? null
            : new(StoreDifferenceKind.ClusterDiffers, articleId,
                $"it is {entry.Article.State}, and {placed.State} by cluster {cluster.Id}");
    }

    private async Task<StoreDifference?> CheckClaimAsync(StoredClaim claim, CancellationToken cancellationToken) =>
        await ExistsAsync(claim.ArticleId, cancellationToken) ? null
        : new(StoreDifferenceKind.ClaimWithoutArticle, claim.Id, $"article {claim.ArticleId} does not exist");

    private async Task<StoreDifference?> CheckBandAsync(BandMember member, CancellationToken cancellationToken) =>
        await ExistsAsync(member.ArticleId, cancellationToken) ? null
        : new(StoreDifferenceKind.BandWithoutArticle, member.Id, $"article {member.ArticleId} does not exist");

    // The notice of a withdrawal stands without an article: it keeps away what has not come yet.
    private async Task<bool> ExistsAsync(string articleId, CancellationToken cancellationToken) =>
        await catalog.GetEntryAsync(articleId, cancellationToken) is { Expected: null }
        || await articles.FindAsync(articleId, cancellationToken) is not null;

    private async Task<IEnumerable<StoreDifference>> ListLateAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var commits = await catalog.ListPendingAsync(now - CommitPatience, cancellationToken);
        var open = await ledger.ListUnsettledAsync(cancellationToken);
        return commits
            .Select(commit => new StoreDifference(
                StoreDifferenceKind.CommitUnfinished, commit.Note!, $"{commit.Changes.Count} changes are not known to be listed"))
            .Concat(open.Where(file => now - file.ReceivedAt >= settings.ResendAfter).Select(file => new StoreDifference(
                StoreDifferenceKind.FileOverdue, file.Path,
                $"received at {file.ReceivedAt:u}, and not all of {file.EntryCount} entries are done")));
    }

    private async Task<IReadOnlyList<string>> SampleLogAsync(int sample, CancellationToken cancellationToken)
    {
        var head = await catalog.GetHeadAsync(cancellationToken);
        var since = head <= sample ? 0 : (long)(head * (RandomNumberGenerator.GetInt32(1_000_000) / 1_000_000.0));
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var read = 0; read < sample;)
        {
            var changes = await catalog.ListChangesAsync(since, Math.Min(sample - read, MaxPage), cancellationToken);
            if (changes.Count == 0)
                break;
            found.UnionWith(changes.Select(change => change.Article.Id));
            (read, since) = (read + changes.Count, changes[^1].Sequence);
        }

        return [.. found];
    }

    private Task<IReadOnlyList<StoredClaim>> SampleClaimsAsync(int sample, CancellationToken cancellationToken) =>
        SampleAsync(sample, (after, limit) => claims.ListAsync(after, limit, cancellationToken), claim => claim.Id, Base32());

    private Task<IReadOnlyList<BandMember>> SampleBandsAsync(int sample, CancellationToken cancellationToken) => SampleAsync(
        sample, (after, limit) => bands.ListAsync(after, limit, cancellationToken), member => member.Id,
        RandomNumberGenerator.GetHexString(4, lowercase: true));

    // From a place by chance to the end, and where that was too little from the beginning: a small store is seen whole.
    private static async Task<IReadOnlyList<T>> SampleAsync<T>(
        int sample, Func<string, int, Task<IReadOnlyList<T>>> list, Func<T, string> key, string from)
    {
        var found = new List<T>();
        foreach (var start in (string[])[from, ""])
        {
            for (var after = start; found.Count < sample;)
            {
                var page = await list(after, Math.Min(sample - found.Count, MaxPage));
                if (page.Count == 0)
                    break;
                found.AddRange(page);
                after = key(page[^1]);
            }
        }

        return [.. found.DistinctBy(item => (item, key(item)))];
    }

    private static string Base32() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 2);
}
