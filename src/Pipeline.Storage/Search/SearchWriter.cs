using Microsoft.Extensions.Logging;

namespace Pipeline.Storage.Search;

/// <summary>Brings the snapshots of the index up to date: the one that writes them. Two runs at once do no harm, one of them is in
/// vain.</summary>
public sealed partial class SearchWriter(SearchIndex index, SearchSnapshots snapshots, TimeProvider time, ILogger<SearchWriter> log)
{
    // A run must end before the next, and what is left over is for that one.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Long enough for an instance that fetches one to have finished.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await index.FollowAsync(Patience, cancellationToken);
        await index.ExpireAsync(cancellationToken);
        var (published, tag) = await snapshots.FindAsync(cancellationToken);
        if (published is not null && published.Sequence >= index.Sequence && !index.Months.Values.Any(month => month.IsChanged))
            return;
        var sequence = index.Sequence;
        var months = new Dictionary<string, string>(published?.Months ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (month, file) in index.Months.Where(month => month.Value.IsChanged || !months.ContainsKey(month.Key)))
            months[month] = await WriteAsync(month, file, sequence, cancellationToken);
        var manifest = new SearchManifest(SearchManifest.CurrentVersion, sequence, months);
        if (!await snapshots.TryPublishAsync(manifest, tag, cancellationToken))
            return;
        await snapshots.DeleteOthersAsync(manifest, time.GetUtcNow() - Kept, cancellationToken);
        Published(months.Count, sequence);
    }

    private async Task<string> WriteAsync(string month, MonthIndex file, long sequence, CancellationToken cancellationToken)
    {
        var copy = $"{index.FileOf(month)}.snapshot";
        try
        {
            File.Delete(copy);
            file.IsChanged = false;
            file.WriteSnapshot(copy);
            return await snapshots.WriteAsync(month, sequence, copy, cancellationToken);
        }
        catch
        {
            file.IsChanged = true;
            throw;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [LoggerMessage(70, LogLevel.Information, "The search index of {Months} months is written up to line {Sequence} of the log")]
    private partial void Published(int months, long sequence);
}
