using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Ledger;

/// <summary>A row for each entry's fate, in the order of the file: a partition has those of one version of it.</summary>
internal static class FateRows
{
    public static string GetPartition(string path, string version) => StableHash.Id(path, version);

    /// <summary>The row's keys alone.</summary>
    public static TableEntity CreateRow(EntryOrigin origin)
    {
        var partition = GetPartition(origin.Path, origin.FileVersion);
        return new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{partition}|{origin.Index:D6}"));
    }

    public static TableEntity CreateRow(EntryFate fate)
    {
        var row = CreateRow(fate.Origin);
        Compressed.Put(row, Compressed.Compress(fate, PipelineJson.Default.EntryFate));
        return row;
    }

    public static EntryFate Read(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.EntryFate);

    /// <summary>Which entry of its file the row is about, by its keys.</summary>
    public static int GetIndex(TableEntity row) =>
        int.Parse(row.RowKey.AsSpan(row.RowKey.LastIndexOf('|') + 1), CultureInfo.InvariantCulture);
}
