namespace Pipeline.Subscriptions;

/// <summary>A subscription with its state.</summary>
public sealed record FollowedFeed(Subscription Subscription, SubscriptionState State)
{
    // A server that is down for a week is common; one that is down for two rarely comes back.
    private static readonly TimeSpan DeadAfter = TimeSpan.FromDays(14);

    /// <summary>The tag of its row as it was read, which the next write must present; empty for one that is not stored.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The list that it stands in.</summary>
    public string List { get; init; } = "";

    /// <summary>Where it is fetched.</summary>
    public Uri Address => State.Feed ?? Subscription.Address;

    /// <summary>How it is doing.</summary>
    /// <param name="now">When it is asked.</param>
    public SubscriptionHealth Judge(DateTimeOffset now) => State switch
    {
        { GoneAt: not null } => SubscriptionHealth.Gone,
        { LastTried: null } => SubscriptionHealth.Waiting,
        { Failures: > 0 } when now - (State.LastSuccess ?? FirstFailure) > DeadAfter => SubscriptionHealth.Dead,
        { Failures: > 0 } => SubscriptionHealth.Failing,
        { IsMoved: true } => SubscriptionHealth.Moved,
        _ => SubscriptionHealth.Active,
    };

    // A feed that never worked has no success to count from, and is called dead once it is tried only daily.
    private DateTimeOffset FirstFailure => State.Failures > 20 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
}

/// <summary>How a subscription is doing.</summary>
public enum SubscriptionHealth
{
    /// <summary>It was not fetched yet.</summary>
    Waiting,

    /// <summary>Its last fetch succeeded.</summary>
    Active,

    /// <summary>Its last fetch succeeded, at another address than the listed one: the publisher moved it for good.</summary>
    Moved,

    /// <summary>Its last fetch failed; it is tried again.</summary>
    Failing,

    /// <summary>It has failed for two weeks; it is still tried once a day.</summary>
    Dead,

    /// <summary>Its publisher says that it is gone for good; it is not tried again.</summary>
    Gone,
}
