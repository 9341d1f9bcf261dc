using Pipeline.Clusters;
using Pipeline.Ledger;
using Pipeline.Storage.Ledger;

namespace Pipeline.Storage.Statistics;

/// <summary>Counts hours from the ledger and the log: an operation for a thousand files, and one for a thousand commits.</summary>
internal sealed class HourCounter(LedgerStore ledger, ICatalogStore catalog)
{
    public const int PageRows = 1000;

    // Instances whose clocks differ commit in turns, so that an hour's last line may come after the first of the next.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The hours from a moment to another, oldest first; <c>null</c> where that takes more than so many operations.</summary>
    /// <param name="from">When the first hour begins.</param>
    /// <param name="end">When the last one ends.</param>
    /// <param name="since">A sequence number before the first commit of theirs.</param>
    /// <param name="maxOperations">For files, and as many for commits.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public async Task<IReadOnlyList<HourStatistics>?> CountAsync(
        DateTimeOffset from, DateTimeOffset end, long since, int maxOperations, CancellationToken cancellationToken)
    {
        HourCount[] hours = [.. Enumerable.Range(0, (int)((end - from) / Hour)).Select(index => new HourCount(from + (index * Hour)))];
        var files = new FileQuery { ReceivedFrom = from, ReceivedBefore = end, Limit = PageRows - 1 };
        if (!await AddFilesAsync(hours, files, maxOperations, cancellationToken)
            || await AddChangesAsync(hours, from, since, maxOperations, cancellationToken) is not { } last)
            return null;
        var counted = new List<HourStatistics>();
        foreach (var hour in hours.Reverse())
        {
            var before = hour.First - 1 < last ? hour.First!.Value - 1 : last;
            counted.Add(hour.ToStatistics(before, last));
            last = before;
        }

        counted.Reverse();
        return counted;
    }

    private async Task<bool> AddFilesAsync(
        HourCount[] hours, FileQuery query, int maxOperations, CancellationToken cancellationToken)
    {
        for (var operations = 0; operations < maxOperations; operations++)
        {
            var page = await ledger.ListFilesAsync(query, cancellationToken);
            foreach (var file in page.Items)
                hours[(int)((file.ReceivedAt - query.ReceivedFrom!.Value) / Hour)].Add(file);
            if (page.Next is null)
                return true;
            query = query with { After = page.Next };
        }

        return false;
    }

    // The last sequence number before the end of the hours.
    private async Task<long?> AddChangesAsync(
        HourCount[] hours, DateTimeOffset from, long since, int maxOperations, CancellationToken cancellationToken)
    {
        var end = from + (hours.Length * Hour);
        long? firstAfter = null;
        for (var operations = 0; operations < maxOperations; operations++)
        {
            var lines = await catalog.ListChangesAsync(since, PageRows, cancellationToken);
            foreach (var line in lines)
            {
                if (line.At >= end)
                    firstAfter ??= line.Sequence;
                else if (line.At >= from)
                    hours[(int)((line.At - from) / Hour)].Add(line);
            }

            since = lines.Count > 0 ? lines[^1].Sequence : since;
            if (lines.Count < PageRows || lines[^1].At >= end + MaxSkew)
                return firstAfter - 1 ?? since;
        }

        return null;
    }
}
