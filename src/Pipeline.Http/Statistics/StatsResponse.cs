namespace Pipeline.Http.Statistics;

/// <summary>What came in until now, by hour and source.</summary>
/// <param name="From">The beginning of the oldest hour that is counted. Where more than 5,000 commits came in lately, the newest hours are
/// as they stood 20 minutes ago at most.</param>
/// <param name="Commits">How many commits there have been since the beginning.</param>
/// <param name="RetentionLagSeconds">How much longer than it should the oldest article is kept, in whole minutes; missing where all are
/// kept for ever.</param>
/// <param name="Hours">Oldest first; an hour in which a source sent nothing is not there.</param>
public sealed record StatsResponse(DateTimeOffset From, long Commits, int? RetentionLagSeconds, IReadOnlyList<HourResponse> Hours);

/// <summary>An hour of one source.</summary>
/// <param name="Hour">When it began, in UTC.</param>
/// <param name="Source">Which source.</param>
/// <param name="Files">Files received.</param>
/// <param name="Articles">New articles, duplicates not among them.</param>
/// <param name="Duplicates">New articles whose text another article has.</param>
/// <param name="Revisions">Articles that were changed or withdrawn.</param>
/// <param name="Errors">Files and entries of files received that were rejected or failed, as they stood an hour later.</param>
/// <param name="LagSeconds">The median of publication to readable of what was committed in that hour.</param>
public sealed record HourResponse(
    DateTimeOffset Hour, string Source, int Files, int Articles, int Duplicates, int Revisions, int Errors, double? LagSeconds);

/// <summary>A keyword and how many of the newest 500 articles have it.</summary>
public sealed record KeywordResponse(string Keyword, int Articles);
