namespace Pipeline.Ledger;

/// <summary>What came in during one hour.</summary>
/// <param name="Hour">When it began, in UTC.</param>
/// <param name="Before">The sequence number of the last commit before it.</param>
/// <param name="Sources">A line for each source that sent something, by name.</param>
public sealed record HourStatistics(DateTimeOffset Hour, long Before, IReadOnlyList<SourceStatistics> Sources)
{
    /// <summary>The sequence number of the last commit before its end; <c>null</c> where an earlier release counted it.</summary>
    public long? Last { get; init; }

    /// <summary>The hour that a moment lies in.</summary>
    public static DateTimeOffset StartOfHour(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
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
}
