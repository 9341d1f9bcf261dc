using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>Takes articles out of all their lists, as many as an entity-group transaction holds with each.</summary>
internal sealed class ListRemoval(TableClient table, ListMonths months)
{
    /// <summary>Removes those that no later change has placed. A read for each, and a transaction for some nine of one
    /// partition.</summary>
    public async Task RemoveAsync(IReadOnlyList<ArticleChange> last, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(last.Select(change => FindAsync(change, cancellationToken)));
        var transactions = found.OfType<TableEntity>().GroupBy(placed => placed.PartitionKey).SelectMany(FillTransactions);
        await Task.WhenAll(transactions.Select(placed => RemoveAsync(placed, cancellationToken)));
    }

    private async Task<TableEntity?> FindAsync(ArticleChange last, CancellationToken cancellationToken)
    {
        var period = await months.FindAsync(last.Article.ListedAt, cancellationToken);
        var placed = await table.FindAsync(period.Name, ListRows.Place(last.Article.Id), cancellationToken);
        return placed?.GetInt64("Sequence") > last.Sequence ? null : placed;
    }

    private static IEnumerable<IReadOnlyList<TableEntity>> FillTransactions(IEnumerable<TableEntity> placed)
    {
        var (some, rows) = (new List<TableEntity>(), 0);
        foreach (var placement in placed)
        {
            var more = ListRows.KeysOf(placement).Count + 1;
            if (rows + more > TableLimits.TransactionRows)
            {
                yield return some;
                (some, rows) = ([], 0);
            }

            some.Add(placement);
            rows += more;
        }

        if (some.Count > 0)
            yield return some;
    }

    // Where one was placed anew or removed meanwhile, each is tried alone, and that one stays as it is.
    private async Task RemoveAsync(IReadOnlyList<TableEntity> placed, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitTransactionAsync(placed.SelectMany(Delete), cancellationToken);
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            foreach (var placement in placed.Count > 1 ? placed : [])
                await RemoveAsync([placement], cancellationToken);
        }
    }

    private static IEnumerable<TableTransactionAction> Delete(TableEntity placed) => ListRows.KeysOf(placed)
        .Select(key => new TableTransactionAction(
            TableTransactionActionType.Delete, new TableEntity(placed.PartitionKey, key), ETag.All))
        .Prepend(new TableTransactionAction(TableTransactionActionType.Delete, placed, placed.ETag));
}
