using Azure.Data.Tables;
using Pipeline.Articles;

namespace Pipeline.Storage.Ledger;

/// <summary>Rows that lead from an entry's address or id to the entry: a partition for each, so that none waits for another.</summary>
internal static class EntryNameRows
{
    public static string GetKey(string name) => StableHash.Id("name", name);

    public static TableEntity CreateRow(string name, EntryOrigin origin) => new(GetKey(name), GetKey(name))
    {
        ["Path"] = origin.Path,
        ["FileVersion"] = origin.FileVersion,
        ["Index"] = origin.Index,
    };

    public static EntryOrigin Read(TableEntity row) =>
        new(row.GetString("Path"), row.GetString("FileVersion"), row.GetInt32("Index") ?? 0);
}
