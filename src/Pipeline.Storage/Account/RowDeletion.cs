using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>Deletes rows that another may delete at the same time.</summary>
internal static class RowDeletion
{
    /// <summary>Deletes rows of one partition, at most 100, in one operation; one by one where any of them is gone, which is no
    /// error.</summary>
    public static async Task DeleteAsync(this TableClient table, IReadOnlyCollection<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
        }
        catch (TableTransactionFailedException gone) when (gone.IsConflict())
        {
            foreach (var row in rows)
                await table.DeleteEntityAsync(row, ETag.All, cancellationToken);
        }
    }
}
