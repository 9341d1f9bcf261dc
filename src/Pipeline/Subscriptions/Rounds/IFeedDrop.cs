namespace Pipeline.Subscriptions.Rounds;

/// <summary>Drops what was fetched, as a person would.</summary>
public interface IFeedDrop
{
    /// <summary>Writes the file under the subscription's path; under another one while what lies there waits to be read, so that nothing
    /// that a feed has dropped from its end gets lost.</summary>
    Task DropAsync(
        Subscription subscription, ReadOnlyMemory<byte> body, string? contentType, Uri address, CancellationToken cancellationToken);
}
