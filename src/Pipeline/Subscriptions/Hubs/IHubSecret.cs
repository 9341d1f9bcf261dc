namespace Pipeline.Subscriptions.Hubs;

/// <summary>What the secrets of WebSub are derived from.</summary>
public interface IHubSecret
{
    /// <summary>32 bytes, the same on every instance.</summary>
    Task<byte[]> FindAsync(CancellationToken cancellationToken);
}
