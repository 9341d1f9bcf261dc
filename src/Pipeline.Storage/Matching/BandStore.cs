using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Ingestion;
using Pipeline.Matching;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Matching;

/// <summary>
/// The <c>bands</c> table: a partition for each band of each fingerprint version, newest article first, the sketch in the row. A
/// mark stands beside them while there is any. Whoever finds no mark and sets it is the first in the band and need not look for
/// others, which is what most new articles are: one operation for a band instead of two.
/// </summary>
internal sealed class BandStore(StorageAccount account) : IBandStore
{
    // A band that more articles share than this is a phrase of the trade, and the newest are the likeliest copies.
    private const int MaxCandidates = 50;

    // No band: those begin with a number.
    private const string Signatures = "signatures";
    private const string Progress = "progress";

    private readonly TableClient table = account.Table(TableNames.Bands);

    public async Task<IReadOnlyList<BandCandidate>> ShareAsync(
        string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken)
    {
        var rows = fingerprint.Bands.Select(band => Row(fingerprint, band, firstSeen, articleId)).ToList();
        // A copy finds others in most of its bands, so it does not try to be the first in any after the one in which it was not.
        var isFirst = await TryBeFirstAsync(rows[0], cancellationToken);
        IReadOnlyList<BandCandidate> found = isFirst ? [] : await AddToBandAsync(rows[0], firstSeen, window, cancellationToken);
        // Whatever shares a band with this article shares it with another one of the same words, which has looked or is looking for it.
        var isKnown = found.Any(other => other.ArticleId != articleId && fingerprint.HasSameWords(other.Sketch));
        var others = await Task.WhenAll(rows.Skip(1).Select(async row =>
            isFirst && await TryBeFirstAsync(row, cancellationToken) ? []
                : await AddToBandAsync(row, firstSeen, isKnown ? null : window, cancellationToken)));
        return [.. others.Prepend(found).SelectMany(candidates => candidates).DistinctBy(candidate => candidate.ArticleId)];
    }

    public Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken) =>
        Task.WhenAll(fingerprint.Bands.Select(band => RemoveAsync(Row(fingerprint, band, firstSeen, articleId), cancellationToken)));

    public async Task<IReadOnlyList<BandMember>> ListAsync(string after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after} and PartitionKey lt {Signatures}");
        var rows = await table.ReadFirstPageAsync(filter, limit, cancellationToken);
        return [.. rows.Where(row => row.RowKey != Mark(row.PartitionKey)).Select(row =>
            new BandMember(row.PartitionKey, row.RowKey, row.RowKey.Split('|')[1], row.Timestamp ?? default))];
    }

    public Task RemoveAsync(BandMember member, CancellationToken cancellationToken) =>
        RemoveAsync(new TableEntity(member.Band, member.Key), cancellationToken);

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

    private static TableEntity Row(Fingerprint fingerprint, ulong band, DateTimeOffset firstSeen, string articleId) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{fingerprint.Version}-{band:x16}"),
            $"{InvertedTime.FromTime(firstSeen)}|{articleId}")
        {
            ["Sketch"] = fingerprint.Sketch.ToArray(),
        };

    // After every article's row in the table's order.
    private static string Mark(string band) => $"~{band}";

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
        var from = InvertedTime.FromTime(firstSeen + within);
        var to = InvertedTime.FromTime(firstSeen - within) + "~";
        var rows = await table.ReadFirstPageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey} and RowKey ge {from} and RowKey lt {to}"), MaxCandidates,
            cancellationToken);
        return [.. rows.Select(other => new BandCandidate(other.RowKey.Split('|')[1], other.GetBinary("Sketch")))];
    }

    private async Task WriteAsync(TableEntity row, TableTransactionActionType mark, CancellationToken cancellationToken) =>
        await table.SubmitTransactionAsync(
            [new(mark, new TableEntity(row.PartitionKey, Mark(row.PartitionKey))), new(TableTransactionActionType.UpsertReplace, row)],
            cancellationToken);

    private async Task RemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        // Two that leave a band at once each see the other in it: whoever looks last takes the mark along.
        for (var isGone = false; ; isGone = true)
        {
            var rows = await table.ReadFirstPageAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {row.PartitionKey}"), 3, cancellationToken);
            var isShared = rows.Any(other => other.RowKey != Mark(row.PartitionKey) && other.RowKey != row.RowKey);
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
