namespace Pipeline.Subscriptions.Fetching;

/// <summary>Asks servers of the web, politely and within bounds.</summary>
public interface IFeedFetcher
{
    /// <summary>Fetches a feed unless it is as it was. Never throws for what a server does or does not do.</summary>
    Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken);

    /// <summary>Posts a form to a hub. Returns why it was not accepted, in words, or <c>null</c>.</summary>
    Task<string?> PostAsync(Uri hub, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken);
}

/// <summary>What is fetched, and what is known of it.</summary>
/// <param name="Address">Where.</param>
/// <param name="IsListedLoopback">True where the list itself names a loopback address.</param>
/// <param name="ETag">The validators of the body that is known.</param>
/// <param name="LastModified">The other of them.</param>
public sealed record FetchRequest(Uri Address, bool IsListedLoopback, string? ETag, string? LastModified);
