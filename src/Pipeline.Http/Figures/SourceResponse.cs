namespace Pipeline.Http.Figures;

/// <summary>How a source is doing, by its files among the newest 1,000.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Files">How many files.</param>
/// <param name="Entries">How many entries they had.</param>
/// <param name="Duplicates">Entries whose text another article has.</param>
/// <param name="Errors">Files and entries that were rejected or failed.</param>
/// <param name="ErrorRate">Errors over files and entries, 0 to 1.</param>
/// <param name="LastSeen">When its last file came.</param>
/// <param name="LagSeconds">The median of publication to readable, by its articles among the newest 1,000 changes.</param>
/// <param name="IsQuiet">True where the last file is older than four times the usual pause between two, and than an hour.</param>
public sealed record SourceResponse(
    string Source, int Files, int Entries, int Duplicates, int Errors, double ErrorRate, DateTimeOffset LastSeen, double? LagSeconds, bool IsQuiet);
