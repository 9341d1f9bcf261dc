namespace Pipeline.Http.Figures;

/// <summary>What came in, by hour and source, from the newest 1,000 files and 1,000 changes.</summary>
/// <param name="Commits">How many commits there have been since the beginning.</param>
/// <param name="Hours">Oldest first; an hour in which a source sent nothing is not there.</param>
public sealed record StatsResponse(long Commits, IReadOnlyList<HourResponse> Hours);

/// <summary>An hour of one source.</summary>
/// <param name="Hour">When it began, in UTC.</param>
/// <param name="Source">Which source.</param>
/// <param name="Files">Files received.</param>
/// <param name="Articles">New articles, duplicates not among them.</param>
/// <param name="Duplicates">Entries whose text another article has.</param>
/// <param name="Revisions">Entries that changed an article or withdrew it.</param>
/// <param name="Errors">Files and entries that were rejected or failed.</param>
/// <param name="LagSeconds">The median of publication to readable of what was committed in that hour.</param>
public sealed record HourResponse(
    DateTimeOffset Hour, string Source, int Files, int Articles, int Duplicates, int Revisions, int Errors, double? LagSeconds);

/// <summary>A keyword and how many of the newest 500 articles have it.</summary>
public sealed record KeywordResponse(string Keyword, int Articles);
