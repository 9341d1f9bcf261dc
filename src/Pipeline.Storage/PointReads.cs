using Azure.Data.Tables;

namespace Pipeline.Storage;

/// <summary>Reads one row by its keys: one operation.</summary>
internal static class PointReads
{
    /// <summary>The row, or <c>null</c> where there is none. Throws where the table is out of reach.</summary>
    public static async Task<TableEntity?> FindAsync(
        this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }
}
