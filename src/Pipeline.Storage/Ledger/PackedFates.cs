using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Ledger;

/// <summary>
/// The fates of entries that brought nothing new, a thousand in a row: a feed that is fetched every five minutes brings the same entries
/// each time, and a row for each would soon be most of what is stored.
/// </summary>
internal sealed class PackedFates(TableClient table)
{
    // A title may have some hundred bytes, of 900 KB that a row holds.
    private const int FatesARow = 1000;

    /// <summary>Behind every row of a single fate of the partition.</summary>
    public static string FirstKey(string partition) => Key(partition, 0);

    public static bool IsPacked(TableEntity row) => row.RowKey[row.PartitionKey.Length + 1] == 'u';

    /// <summary>The row with other fates in it.</summary>
    public static TableEntity Write(TableEntity row, IReadOnlyList<EntryFate> fates)
    {
        var written = new TableEntity(row.PartitionKey, row.RowKey);
        Compressed.Put(written, Compressed.Compress(fates, PipelineJson.Default.IReadOnlyListEntryFate));
        return written;
    }

    public static IReadOnlyList<EntryFate> Read(TableEntity row) =>
        Compressed.Read(Compressed.Take(row), PipelineJson.Default.IReadOnlyListEntryFate);

    /// <summary>The packed fate of one entry, or <c>null</c>. One operation for a file of up to a thousand.</summary>
    public async Task<EntryFate?> FindAsync(string partition, EntryOrigin origin, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {Key(partition, 0)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 10, cancellationToken: cancellationToken))
        {
            if (Read(row).FirstOrDefault(fate => fate.Origin == origin) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Puts fates that have rows of their own, or are packed already, into rows together. One operation for most files.</summary>
    public async Task PackAsync(
        string partition, IReadOnlyList<EntryFate> fates, IReadOnlyList<TableEntity> own, CancellationToken cancellationToken)
    {
        var packs = Write(partition, fates);
        if (packs.Count + own.Count > TableLimits.TransactionRows || !await TryPackAsync(packs, own, cancellationToken))
        {
            // A crash in between leaves a fate in both places, where the row of its own counts.
            foreach (var pack in packs)
                await table.UpsertEntityAsync(pack, TableUpdateMode.Replace, cancellationToken);
            foreach (var rows in own.Chunk(TableLimits.TransactionRows))
                await table.DeleteAsync(rows, cancellationToken);
        }
    }

    /// <summary>Deletes what is packed of a file with so many such fates. One operation for each thousand.</summary>
    public async Task DeleteAsync(string partition, int fates, CancellationToken cancellationToken)
    {
        for (var number = 0; number * FatesARow < fates; number++)
            await table.DeleteEntityAsync(partition, Key(partition, number), ETag.All, cancellationToken);
    }

    private async Task<bool> TryPackAsync(
        IEnumerable<TableEntity> packs, IEnumerable<TableEntity> own, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    .. packs.Select(pack => new TableTransactionAction(TableTransactionActionType.UpsertReplace, pack)),
                    .. own.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
                ],
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException gone) when (gone.IsConflict())
        {
            return false;
        }
    }

    private static IReadOnlyList<TableEntity> Write(string partition, IReadOnlyList<EntryFate> fates) =>
        [.. fates.OrderBy(fate => fate.Origin.Index).Chunk(FatesARow).Select(
            (some, number) => Write(new TableEntity(partition, Key(partition, number)), some))];

    // After the rows of single entries, which are numbers.
    private static string Key(string partition, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{partition}|u{number:D3}");
}
