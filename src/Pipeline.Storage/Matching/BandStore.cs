using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Ingestion;
using Pipeline.Matching;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Matching;

/// <summary>
/// The <c>bands</c> table: within each band of each fingerprint version the newest article first, the sketch in the row. A mark
/// stands beside them while there is any. Whoever finds no mark and sets it is the first in the band and need not look for others,
/// which is what most new articles are. Sixteen partitions have all bands of a version, so that entries that are worked on side by
/// side share their writes: a partition takes 2,000 rows a second, and an article has about nine.
/// </summary>
internal sealed class BandStore(StorageAccount account, TimeProvider time) : IBandStore
{
    // A band that more articles share than this is a phrase of the trade, and the newest are the likeliest copies.
    private const int MaxCandidates = 50;

    // After every band in the table's order.
    private const string Signatures = "signatures";

    // Another key than when each band was a partition: what was signed then is signed anew.
    private const string Progress = "shared";

    // Of a band, which is sixteen digits.
    private const int BandLength = 16;

    private readonly TableClient table = account.Table(TableNames.Bands);
    private readonly SharedTransactions writes = new(account.Table(TableNames.Bands), time);

    public async Task<IReadOnlyList<BandCandidate>> ShareAsync(
        string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken)
    {
        var rows = fingerprint.Bands.Select(band => Row(fingerprint, band, firstSeen, articleId)).ToList();
        // A copy finds others in most of its bands, so it does not try to be the first in any after the one in which it was not.
        await SideBySide.MeetAsync(SharedStep.Band);
        var isFirst = await TryBeFirstAsync(rows[0], cancellationToken);
        IReadOnlyList<BandCandidate> found = isFirst ? [] : await AddToBandAsync(rows[0], firstSeen, window, cancellationToken);
        // Whatever shares a band with this article shares it with another one of the same words, which has looked or is looking for it. Of
        // two that see each other the older one looks, or neither would.
        var isKnown = found.Any(other => fingerprint.HasSameWords(other.Sketch) && IsOlder(other, articleId, firstSeen));
        await SideBySide.MeetAsync(SharedStep.OtherBands);
        var others = await Task.WhenAll(rows.Skip(1).Select(async row =>
            isFirst && await TryBeFirstAsync(row, cancellationToken) ? []
                : await AddToBandAsync(row, firstSeen, isKnown ? null : window, cancellationToken)));
        return [.. others.Prepend(found).SelectMany(candidates => candidates).DistinctBy(candidate => candidate.ArticleId)];
    }

    public Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken) =>
        Task.WhenAll(fingerprint.Bands.Select(band => RemoveAsync(Row(fingerprint, band, firstSeen, articleId), cancellationToken)));

    public async Task<IReadOnlyList<BandMember>> ListAsync(string after, int limit, CancellationToken cancellationToken)
    {
        // The least of many hashes begin with zeros.
        var (partition, row) = after.Split('/') is [var first, var second] ? (first, second)
            : after.Length > 0 ? (Partition(Fingerprint.CurrentVersion, after), $"0{after}") : ("", "");
        while (true)
        {
            var rows = await table.ReadFirstPageAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {row}"), limit, cancellationToken);
            if (rows.Count == 0)
                rows = await table.ReadFirstPageAsync(
                    TableClient.CreateQueryFilter($"PartitionKey gt {partition} and PartitionKey lt {Signatures}"), limit,
                    cancellationToken);
            var members = rows.Where(member => !IsMark(member.RowKey)).Select(member =>
                new BandMember(member.PartitionKey, member.RowKey, member.RowKey.Split('|')[^1], member.Timestamp ?? default)).ToList();
            if (rows.Count == 0 || members.Count > 0)
                return members;
            (partition, row) = (rows[^1].PartitionKey, rows[^1].RowKey);
        }
    }

    public Task RemoveAsync(BandMember member, CancellationToken cancellationToken)
    {
        var row = new TableEntity(member.Band, member.Key);
        // Of those from when each band was a partition nobody reads the mark.
        return member.Key.Split('|').Length == 3 ? RemoveAsync(row, cancellationToken)
            : table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
    }

    public async Task<SignatureProgress?> GetProgressAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(Signatures, Progress, cancellationToken) is { } row
            ? new SignatureProgress(row.GetInt32("Version") ?? 0, row.GetInt64("Sequence") ?? 0, row.GetBoolean("IsDone") ?? false)
            : null;

    public Task RecordProgressAsync(SignatureProgress progress, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(
            Signatures, Progress)
        { ["Version"] = progress.Version, ["Sequence"] = progress.Sequence, ["IsDone"] = progress.IsDone },
        TableUpdateMode.Replace,
        cancellationToken);

    /// <summary>Lets every article within the look-back be signed anew, as after a restore: the bands are in no backup.</summary>
    public Task ForgetProgressAsync(CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(Signatures, Progress, cancellationToken: cancellationToken);

    private static TableEntity Row(Fingerprint fingerprint, ulong band, DateTimeOffset firstSeen, string articleId)
    {
        var digits = band.ToString("x16", CultureInfo.InvariantCulture);
        return new TableEntity(Partition(fingerprint.Version, digits), $"{digits}|{InvertedTime.FromTime(firstSeen)}|{articleId}")
        {
            ["Sketch"] = fingerprint.Sketch.ToArray(),
        };
    }

    private static bool IsOlder(BandCandidate other, string articleId, DateTimeOffset firstSeen) =>
        other.FirstSeen < firstSeen || (other.FirstSeen == firstSeen && string.CompareOrdinal(other.ArticleId, articleId) < 0);

    private static string Partition(int version, string band) => string.Create(CultureInfo.InvariantCulture, $"b{version}-{band[^1]}");

    private static string BandOf(TableEntity row) => row.RowKey[..BandLength];

    // After every article's row in the band.
    private static string Mark(string band) => $"{band}|~";

    private static bool IsMark(string rowKey) => rowKey[0] == '~' || rowKey.EndsWith("|~", StringComparison.Ordinal);

    private async Task<bool> TryBeFirstAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(row, TableTransactionActionType.Add, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.IsConflict())
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<BandCandidate>> AddToBandAsync(
        TableEntity row, DateTimeOffset firstSeen, TimeSpan? window, CancellationToken cancellationToken)
    {
        // The mark is written anew, so that nobody who saw the band without this article takes it away.
        await WriteAsync(row, TableTransactionActionType.UpsertReplace, cancellationToken);
        if (window is not { } within)
            return [];
        var from = $"{BandOf(row)}|{InvertedTime.FromTime(firstSeen + within)}";
        var to = $"{BandOf(row)}|{InvertedTime.FromTime(firstSeen - within)}~";
        var rows = await table.ReadFirstPageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey} and RowKey ge {from} and RowKey lt {to}"), MaxCandidates,
            cancellationToken);
        return [.. rows.Select(other => Candidate(other.RowKey.Split('|'), other.GetBinary("Sketch")))];
    }

    private static BandCandidate Candidate(string[] key, byte[] sketch) =>
        new(key[^1], InvertedTime.Read(key[^2]), ulong.Parse(key[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), sketch);

    private async Task WriteAsync(TableEntity row, TableTransactionActionType mark, CancellationToken cancellationToken) =>
        await writes.SubmitAsync(
            [new(mark, new TableEntity(row.PartitionKey, Mark(BandOf(row)))), new(TableTransactionActionType.UpsertReplace, row)],
            cancellationToken);

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        // Two that leave a band at once each see the other in it: whoever looks last takes the mark along.
        for (var isGone = false; ; isGone = true)
        {
            var (from, to) = ($"{BandOf(row)}|", $"{BandOf(row)}}}");
            var rows = await table.ReadFirstPageAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey} and RowKey ge {from} and RowKey lt {to}"), 3,
                cancellationToken);
            var isShared = rows.Any(other => !IsMark(other.RowKey) && other.RowKey != row.RowKey);
            if ((isGone && isShared) || (!isShared && await TryDeleteAsync(rows, cancellationToken)))
                return;
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        }
    }

    // False where another article joined the band meanwhile.
    private async Task<bool> TryDeleteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            if (rows.Count > 0)
                await table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException joined) when (joined.IsConflict())
        {
            return false;
        }
    }
}
