using Pipeline.Articles;

namespace Pipeline.Ledger;

/// <summary>What came in during one hour.</summary>
/// <param name="Hour">When it began, in UTC.</param>
/// <param name="Before">The sequence number of the last commit before it.</param>
/// <param name="Sources">A line for each source that sent something, by name.</param>
public sealed record HourStatistics(DateTimeOffset Hour, long Before, IReadOnlyList<SourceStatistics> Sources)
{
    /// <summary>The hour that a moment lies in.</summary>
    public static DateTimeOffset StartOfHour(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>Counts an hour.</summary>
    /// <param name="hour">When it began.</param>
    /// <param name="before">The last sequence number before it.</param>
    /// <param name="files">The files received in it.</param>
    /// <param name="changes">What was committed in it.</param>
    public static HourStatistics Count(DateTimeOffset hour, long before, IEnumerable<FileRecord> files, IEnumerable<ArticleChange> changes)
    {
        var (received, committed) = (files.ToLookup(file => file.Source), changes.ToLookup(change => change.Article.Source));
        var sources = received.Select(group => group.Key).Union(committed.Select(group => group.Key)).Order(StringComparer.Ordinal);
        return new(hour, before,
            [.. sources.Select(source => SourceStatistics.Count(source, [.. received[source]], [.. committed[source]]))]);
    }
}

/// <summary>What one source sent in an hour.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Files">Files received.</param>
/// <param name="Entries">Their entries.</param>
/// <param name="Errors">Files and entries that were rejected or failed.</param>
/// <param name="LastFile">When the last of its files came; <c>null</c> where none did.</param>
/// <param name="Articles">New articles, duplicates not among them.</param>
/// <param name="Duplicates">New articles whose text another article has.</param>
/// <param name="Revisions">Articles that were changed or withdrawn.</param>
/// <param name="LagSeconds">The median of publication to commit, of new articles with a date; <c>null</c> where there is none.</param>
public sealed record SourceStatistics(
    string Source, int Files, int Entries, int Errors, DateTimeOffset? LastFile, int Articles, int Duplicates, int Revisions,
    double? LagSeconds)
{
    /// <summary>The middle one, of an even number the later; <c>null</c> of none.</summary>
    public static double? Median(IEnumerable<double> values) =>
        values.Order().ToList() is { Count: > 0 } sorted ? sorted[sorted.Count / 2] : null;

    internal static SourceStatistics Count(string source, IReadOnlyList<FileRecord> files, IReadOnlyList<ArticleChange> changes)
    {
        var fresh = changes.Where(change => change.Kind is ChangeKind.New or ChangeKind.Released).ToList();
        var duplicates = fresh.Count(change => change.Article.State == ArticleState.Duplicate);
        return new(
            source,
            files.Count,
            files.Sum(file => file.EntryCount),
            files.Count(file => file.State is FileState.Rejected or FileState.Failed)
                + files.Sum(file => file.Fates.GetValueOrDefault(Fate.Rejected) + file.Fates.GetValueOrDefault(Fate.Failed)),
            files.Count == 0 ? null : files.Max(file => file.ReceivedAt),
            fresh.Count - duplicates,
            duplicates,
            changes.Count(change => change.Kind is ChangeKind.Revised or ChangeKind.Withdrawn),
            Median(fresh.Where(change => change.Article.Published is not null).Select(
                change => Math.Max(0, Math.Round((change.At - change.Article.Published!.Value).TotalSeconds)))));
    }
}
