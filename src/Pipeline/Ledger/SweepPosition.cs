namespace Pipeline.Ledger;

/// <summary>How far the sweeps have come. A round goes through every file once, some at each sweep.</summary>
/// <param name="Until">Each file that changed last before this moment was looked up; <c>null</c> before the end of the first round.</param>
/// <param name="Round">The same of the round that goes on, for the files that it has passed; <c>null</c> where none goes on.</param>
/// <param name="Next">Where that round goes on, as the listing names it.</param>
public sealed record SweepPosition(DateTimeOffset? Until, DateTimeOffset? Round, string? Next);
