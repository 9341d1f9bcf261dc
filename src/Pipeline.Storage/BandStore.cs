using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Deduplication;
using Pipeline.Ingestion;

namespace Pipeline.Storage;

/// <summary>The <c>bands</c> table: a partition for each band of each fingerprint version, newest article first, the sketch in the row.</summary>
internal sealed class BandStore(StorageAccount account) : IBandStore
{
    // A band that more articles share than this is a phrase of the trade, and the newest are the likeliest copies.
    private const int MostCandidates = 50;

    private readonly TableClient table = account.Table("bands");

    public Task WriteAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken) =>
        Task.WhenAll(fingerprint.Bands.Select(band => table.UpsertEntityAsync(
            new TableEntity(Partition(fingerprint, band), Row(firstSeen, articleId)) { ["Sketch"] = fingerprint.Sketch.ToArray() },
            TableUpdateMode.Replace,
            cancellationToken)));

    public Task RemoveAsync(string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen, CancellationToken cancellationToken) =>
        Task.WhenAll(fingerprint.Bands.Select(band =>
            table.DeleteEntityAsync(Partition(fingerprint, band), Row(firstSeen, articleId), cancellationToken: cancellationToken)));

    public async Task<IReadOnlyList<BandCandidate>> CandidatesAsync(
        Fingerprint fingerprint, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken)
    {
        var bands = await Task.WhenAll(fingerprint.Bands.Select(band => QueryAsync(Partition(fingerprint, band), firstSeen, window, cancellationToken)));
        return [.. bands.SelectMany(candidates => candidates).DistinctBy(candidate => candidate.ArticleId)];
    }

    private static string Partition(Fingerprint fingerprint, ulong band) =>
        string.Create(CultureInfo.InvariantCulture, $"{fingerprint.Version}-{band:x16}");

    private static string Row(DateTimeOffset firstSeen, string articleId) => $"{InvertedTime.Of(firstSeen)}|{articleId}";

    private async Task<List<BandCandidate>> QueryAsync(string partition, DateTimeOffset firstSeen, TimeSpan window, CancellationToken cancellationToken)
    {
        var from = InvertedTime.Of(firstSeen + window);
        var to = InvertedTime.Of(firstSeen - window) + "~";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, MostCandidates, cancellationToken: cancellationToken).AsPages())
            return [.. page.Values.Select(row => new BandCandidate(row.RowKey.Split('|')[1], row.GetBinary("Sketch")))];
        return [];
    }
}
