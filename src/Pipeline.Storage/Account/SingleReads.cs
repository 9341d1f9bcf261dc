using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>
/// Reads of one operation. Row keys differ from partition to partition throughout the tables: Azurite looks a row up
/// by its row key and then goes through all that share it, which took 5 ms a row at 2,000 articles. Azure itself does not mind.
/// </summary>
internal static class SingleReads
{
    /// <summary>The row, or <c>null</c> where there is none. Throws where the table is out of reach.</summary>
    public static async Task<TableEntity?> FindAsync(
        this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The first rows that the filter lets through, at most <paramref name="most"/> (and 1,000) and what Azure finds within its 5
    /// seconds.</summary>
    public static async Task<IReadOnlyList<TableEntity>> ReadFirstPageAsync(
        this TableClient table, string filter, int most, CancellationToken cancellationToken)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, most, cancellationToken: cancellationToken).AsPages())
            return page.Values;
        return [];
    }
}
