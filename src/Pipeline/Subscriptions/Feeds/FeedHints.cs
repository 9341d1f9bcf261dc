namespace Pipeline.Subscriptions.Feeds;

/// <summary>What a feed says of itself beside its entries.</summary>
public sealed record FeedHints
{
    public string? Title { get; init; }

    /// <summary>The pause that its publisher asks for: <c>ttl</c> of RSS, or the syndication module's period.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>The WebSub hub that it names.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Its own address, which a hub calls it by.</summary>
    public Uri? Self { get; init; }
}
