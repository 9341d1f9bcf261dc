using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Storage.Account;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>
/// What the tables of claims, bands and lists say of each article, read past the stores: a row that no store would look at counts too.
/// </summary>
/// <param name="ByArticle">For each article its claims, its bands, and the lists that it stands in with its state.</param>
/// <param name="Faults">Rows of lists that no placement names, and placements without their rows.</param>
internal sealed record ChaosRows(IReadOnlyDictionary<string, string> ByArticle, IReadOnlyList<string> Faults)
{
    public static async Task<ChaosRows> ReadAsync(string connection)
    {
        var claims = (await ReadAllAsync(connection, TableNames.Claims)).Where(row => row.GetString("ArticleId") is not null)
            .Select(row => (Article: row.GetString("ArticleId"), What: $"claim {row.PartitionKey}"));
        var bands = (await ReadAllAsync(connection, TableNames.Bands))
            .Where(row => row.PartitionKey[0] == 'b' && row.RowKey[^1] != '~')
            .Select(row => (Article: row.RowKey.Split('|')[^1], What: $"band {row.RowKey.Split('|')[0]}"));
        var lists = (await ReadAllAsync(connection, TableNames.Lists)).Where(row => char.IsAsciiDigit(row.PartitionKey[0])).ToList();
        var listed = lists.Where(row => row.RowKey[0] != 'p').Select(row => row.RowKey.Split('|'))
            .Where(key => !key[1].StartsWith("cluster:", StringComparison.Ordinal))
            .Select(key => (Article: key[^1], What: $"{key[0]} in {key[1]}"));
        var all = claims.Concat(bands).Concat(listed).GroupBy(row => row.Article).ToDictionary(
            rows => rows.Key, rows => string.Join(", ", rows.Select(row => row.What).Order(StringComparer.Ordinal)));
        return new ChaosRows(all, [.. CheckLists(lists)]);
    }

    private static IEnumerable<string> CheckLists(IReadOnlyList<TableEntity> lists)
    {
        var rows = lists.Where(row => row.RowKey[0] != 'p').Select(row => (row.PartitionKey, row.RowKey)).ToHashSet();
        var placed = lists.Where(row => row.RowKey[0] == 'p').SelectMany(
            row => JsonSerializer.Deserialize<string[]>(row.GetString("Keys"))!.Select(key => (row.PartitionKey, RowKey: key))).ToHashSet();
        return rows.Except(placed).Select(row => $"the lists have {row}, which no placement names")
            .Concat(placed.Except(rows).Select(row => $"the lists lack {row}, which a placement names"));
    }

    private static async Task<List<TableEntity>> ReadAllAsync(string connection, string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in new TableClient(connection, new StorageSettings().TablePrefix + table).QueryAsync<TableEntity>())
            rows.Add(row);
        return rows;
    }
}
