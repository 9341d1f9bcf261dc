namespace Pipeline.Subscriptions;

/// <summary>What is known of a subscription beside what its list says. It is replaced as a whole after each fetch.</summary>
public sealed record SubscriptionState
{
    /// <summary>When it is fetched next; the end of time where it never is.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>Where the feed is, where the listed address moved for good or is a page's; <c>null</c> for the listed address.</summary>
    public Uri? Feed { get; init; }

    /// <summary>True where <see cref="Feed"/> is there because the publisher redirected to it for good (301, 308).</summary>
    public bool IsMoved { get; init; }

    /// <summary>Further feeds that the listed page names and that are not followed.</summary>
    public IReadOnlyList<Uri> OtherFeeds { get; init; } = [];

    /// <summary>The validators of the last body, as its server wrote them (RFC 9110, 8.8).</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>A hash over the last body.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The hashes of the entries that were dropped: 8 bytes each, newest body first.</summary>
    public byte[] Known { get; init; } = [];

    public DateTimeOffset? LastTried { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Why the last try failed, in words; <c>null</c> after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Failures since the last success.</summary>
    public int Failures { get; init; }

    /// <summary>Since when the publisher says that there is no such feed any more (410); it is not fetched again.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>When something new came lately, newest first, before the first fetch by the entries' own dates.</summary>
    public IReadOnlyList<DateTimeOffset> Changes { get; init; } = [];

    /// <summary>The pause between two fetches that the feed itself asks for at least.</summary>
    public TimeSpan? FeedPause { get; init; }

    /// <summary>The longer one of that and of what the last answer's Cache-Control says.</summary>
    public TimeSpan? AskedPause { get; init; }

    /// <summary>The feed's own title.</summary>
    public string? Title { get; init; }

    /// <summary>How many files were dropped.</summary>
    public int Files { get; init; }

    /// <summary>How many entries came that were not known.</summary>
    public int Entries { get; init; }

    /// <summary>Where new content is announced (WebSub); <c>null</c> where the feed names no hub.</summary>
    public HubState? Hub { get; init; }
}

/// <summary>A WebSub hub and how far the agreement with it has come.</summary>
/// <param name="Address">The hub.</param>
/// <param name="Topic">The feed as the hub calls it.</param>
public sealed record HubState(Uri Address, Uri Topic)
{
    /// <summary>When it was last asked for a subscription.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Until when it delivers; <c>null</c> before it verified the subscription.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Why it does not, in words.</summary>
    public string? Error { get; init; }
}
