using Azure;
using Azure.Data.Tables;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>Submits a group as one entity-group transaction, and finds out what a failed one failed for.</summary>
internal sealed class GroupSubmission(TableClient table, CatalogOutbox outbox)
{
    private const int BadRequest = 400;
    private const int TooLarge = 413;

    /// <summary>Returns the head that stands now, where that is known, and whether the group was committed. Throws where that is not
    /// known. Not cancelled half-way: what was committed must be listed.</summary>
    public async Task<(CatalogHead? Head, bool IsCommitted)> TrySubmitAsync(
        CatalogGroup group, List<PendingDecision> some, IReadOnlyList<string> waiting)
    {
        var id = CatalogTransaction.NewId();
        var to = group.From.Next(id, (int)(group.LastSequence - group.From.Sequence), waiting);
        var actions = group.Actions(to);
        var done = outbox.Take(actions.Count);
        try
        {
            var response = await table.SubmitTransactionAsync([.. actions, .. done.Select(CatalogOutbox.Delete)], CancellationToken.None);
            done = [];
            return (to with { ETag = response.Value[0].Headers.ETag }, true);
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            var head = await ReadHeadAsync();
            // The client tries again where an answer is lost, and then loses the race to itself.
            var isCommitted = head.Recent.Contains(id);
            done = isCommitted ? [] : CatalogOutbox.RemoveGone(done, conflict, actions.Count);
            if (!isCommitted)
                Lose(group, some, conflict.FailedTransactionActionIndex);
            return (head, isCommitted);
        }
        catch (RequestFailedException refused) when (refused.Status is BadRequest or TooLarge && some.Count > 1)
        {
            // One of them cannot be written; the others must not wait for it.
            some.ForEach(decision => decision.Lose(isRefused: true));
            return (null, false);
        }
        finally
        {
            outbox.PutBack(done);
        }
    }

    private async Task<CatalogHead> ReadHeadAsync() =>
        await table.FindAsync(CatalogRows.Partition, CatalogRows.Head, CancellationToken.None) is { } row ? CatalogRows.ReadHead(row)
            : new CatalogHead(0, null);

    private static void Lose(CatalogGroup group, List<PendingDecision> some, int? action)
    {
        PipelineTelemetry.CountConflict();
        if (action is { } index)
            group.OwnerOf(index)?.Lose(isRefused: false);
        else
            some.ForEach(decision => decision.Lose(isRefused: false));
    }
}
