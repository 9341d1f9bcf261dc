using Azure;

namespace Pipeline.Storage.Catalog;

/// <summary>The last sequence number, and the tag under which it may be replaced; no tag before the first commit.</summary>
internal sealed record CatalogHead(long Sequence, ETag? ETag)
{
    // A try whose answer was lost is made again within seconds; so many commits come between only where an instance hung.
    private const int MaxRecent = 32;

    /// <summary>The ids of the last transactions, the newest first.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>The head that a transaction leaves.</summary>
    public CatalogHead Next(string transactionId, int changes) =>
        new(Sequence + changes, null) { Recent = [transactionId, .. Recent.Take(MaxRecent - 1)] };
}
