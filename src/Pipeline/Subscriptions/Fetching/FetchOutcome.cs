namespace Pipeline.Subscriptions.Fetching;

/// <summary>What a fetch came to. A server's answer is a value here, whatever it is, and so is its silence.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>Nothing changed (304).</summary>
    public sealed record Unchanged(FetchFacts Facts) : FetchOutcome;

    /// <summary>A body, within the limit and decompressed.</summary>
    public sealed record Fetched(FetchFacts Facts, ReadOnlyMemory<byte> Body, string? ContentType) : FetchOutcome;

    /// <summary>The feed is gone for good (410).</summary>
    public sealed record Gone : FetchOutcome;

    /// <summary>It did not work, and why, in words that hold no credentials.</summary>
    /// <param name="Reason">For an operator.</param>
    /// <param name="RetryAfter">When its host wants to be asked again, where it says so.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter) : FetchOutcome;
}

/// <summary>What a server says beside the body.</summary>
/// <param name="Address">Where the answer came from, after redirects.</param>
public sealed record FetchFacts(Uri Address)
{
    /// <summary>Where it is from now on: every redirect on the way was a permanent one (301, 308).</summary>
    public Uri? MovedTo { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>How long the answer holds (Cache-Control: max-age).</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>The hub and the topic of the Link header.</summary>
    public Uri? Hub { get; init; }

    public Uri? Self { get; init; }
}
