using System.Collections.Concurrent;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>
/// Which months or days hold anything of the list of a source, a language or a category: a row for each, so that a page goes straight to
/// where its list goes on. A row stays when the last article leaves the list.
/// </summary>
internal sealed class ListRegistry(TableClient table, ListMonths months, TimeProvider time)
{
    // Some megabytes; who knows more forgets all and writes rows again that are there.
    private const int MaxKnown = 100_000;

    private readonly ConcurrentDictionary<string, Task> known = new(StringComparer.Ordinal);

    /// <summary>Registers the article's lists before it is put into them. One operation where this process knows one of them not
    /// yet.</summary>
    public async Task RegisterAsync(ListPeriod period, ArticleSummary article, CancellationToken cancellationToken)
    {
        var keys = Facets.Registered(article).Select(facet => ListRows.Prefix(article.State, facet) + period.Name).ToList();
        // Who comes while another registers a list waits for that.
        var writing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = keys.ConvertAll(key => known.GetOrAdd(key, writing.Task));
        var missing = keys.Where((_, index) => written[index] == writing.Task).ToList();
        if (missing.Count > 0)
            await WriteAsync(missing, writing);
        await Task.WhenAll(written).WaitAsync(cancellationToken);
    }

    /// <summary>The periods in which articles may stand that the query asks for, newest first, from where the last page ended. One
    /// operation, and one for each value of a source, language or category, all at once.</summary>
    public async Task<IReadOnlyList<ListPeriod>> ListAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var listing = months.ListAsync(cancellationToken);
        var registered = await Task.WhenAll(query.RegisteredPrefixes.Select(prefixes => ListNamesAsync(prefixes, cancellationToken)));
        var periods = (await listing).SelectMany(month => month.ListPeriods(time.GetUtcNow()).Where(
            period => !month.KnowsLists || registered.All(names => names.Contains(period.Name))));
        return [.. periods.Where(period => IsInRange(period, query)).OrderByDescending(period => period.Start)];
    }

    // Not cancelled, since others may wait for it.
    private async Task WriteAsync(List<string> missing, TaskCompletionSource writing)
    {
        var submitting = table.SubmitTransactionAsync(
            missing.Select(key => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, new TableEntity(ListRows.Registered, key))), CancellationToken.None);
        await ((Task)submitting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!submitting.IsCompletedSuccessfully)
            missing.ForEach(key => known.TryRemove(key, out _));
        if (known.Count > MaxKnown)
            known.Clear();
        writing.SetFromTask(submitting);
    }

    // An article is listed under its publication or later, never earlier, so only the early end can be cut.
    private static bool IsInRange(ListPeriod period, ListQuery query) =>
        !(period.End <= query.PublishedFrom)
        && (query.IsOldestFirst || query.After is not { } after || ListRows.IsBehind(period, after));

    private async Task<IReadOnlySet<string>> ListNamesAsync(IReadOnlyList<string> prefixes, CancellationToken cancellationToken)
    {
        var names = await Task.WhenAll(prefixes.Select(prefix => ListNamesAsync(prefix, cancellationToken)));
        return names.SelectMany(name => name).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string>> ListNamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {ListRows.Registered} and RowKey ge {prefix} and RowKey lt {$"{prefix}~"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, TableLimits.QueryRows, ["RowKey"], cancellationToken))
            names.Add(row.RowKey[prefix.Length..]);
        return names;
    }
}
