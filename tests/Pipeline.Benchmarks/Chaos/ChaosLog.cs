using Pipeline.Articles;
using Pipeline.Storage.Catalog;

namespace Pipeline.Benchmarks.Chaos;

/// <summary>The log as it is at the end, held against what a poller was told and against where each article stands.</summary>
internal static class ChaosLog
{
    private const int PageSize = 1000;

    public static async Task<IReadOnlyList<string>> CheckAsync(CatalogStore catalog, ChaosPoller poller)
    {
        var log = new List<ArticleChange>();
        while (await catalog.ListChangesAsync(log.Count, PageSize, CancellationToken.None) is { Count: > 0 } lines)
            log.AddRange(lines);
        var faults = new List<string>();
        if (!log.Select(line => (line.Sequence, line.Article.Id)).SequenceEqual(poller.Seen))
            faults.Add($"the log has {log.Count} changes and the poller saw {poller.Seen.Count}, or other ones");
        if (await catalog.GetHeadAsync(CancellationToken.None) is var head && head != log.Count)
            faults.Add($"the head says {head} and the log has {log.Count} lines");
        foreach (var lines in log.GroupBy(line => line.Article.Id))
            faults.AddRange(await CheckAsync(catalog, [.. lines]));
        return faults;
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(CatalogStore catalog, IReadOnlyList<ArticleChange> lines)
    {
        var (last, faults) = (lines[^1].Article, new List<string>());
        var entry = await catalog.GetEntryAsync(last.Id, CancellationToken.None);
        if (entry?.Sequence != lines[^1].Sequence || entry.Article.State != last.State || entry.Article.ClusterId != last.ClusterId
            || entry.Article.Revision != last.Revision || !entry.Article.Flags.SequenceEqual(last.Flags))
            faults.Add($"article {last.Id}: the log ends otherwise than it stands");
        if (lines.Count(line => line.Kind is ChangeKind.New or ChangeKind.Released) != 1)
            faults.Add($"article {last.Id} was announced as new other than once: {string.Join(' ', lines.Select(line => line.Kind))}");
        return faults;
    }
}
