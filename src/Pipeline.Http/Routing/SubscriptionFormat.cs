namespace Pipeline.Http.Routing;

/// <summary>How the subscriptions are written.</summary>
internal enum SubscriptionFormat
{
    /// <summary>With their state.</summary>
    Json,

    /// <summary>As a list that feed readers import.</summary>
    Opml,
}
