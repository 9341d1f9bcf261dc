namespace Pipeline.Storage;

/// <summary>What one source has brought so far.</summary>
public sealed record SourceFigures(string Source)
{
    public long Articles { get; init; }

    public long Duplicates { get; init; }

    public long Revisions { get; init; }

    public long Withdrawals { get; init; }

    public DateTimeOffset FirstSeen { get; init; }

    public DateTimeOffset LastSeen { get; init; }

    /// <summary>Seconds from publication to commitment, summed over <see cref="LagCount"/> articles that name a publication time in the last 24 hours before.</summary>
    public double LagSeconds { get; init; }

    public long LagCount { get; init; }
}

/// <summary>What one source brought in one hour.</summary>
public sealed record HourFigures(DateTimeOffset Hour, string Source, long Articles, long Duplicates);
