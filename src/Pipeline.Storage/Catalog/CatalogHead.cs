using Azure;

namespace Pipeline.Storage.Catalog;

/// <summary>The last sequence number, and the tag under which it may be replaced; no tag before the first commit.</summary>
internal sealed record CatalogHead(long Sequence, ETag? ETag)
{
    // A try whose answer was lost is made again within seconds; so many commits come between only where an instance hung.
    private const int MaxRecent = 32;

    /// <summary>The ids of the last transactions, the newest first.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>The instances that wait to commit, in the order of their turns. Where none waits, whoever comes first may commit.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>How many transactions there were.</summary>
    public long Turn { get; init; }

    /// <summary>The head that a transaction leaves.</summary>
    public CatalogHead Next(string transactionId, int changes, IReadOnlyList<string> waiting) => new(Sequence + changes, null)
    {
        Recent = [transactionId, .. Recent.Take(MaxRecent - 1)],
        Waiting = waiting,
        Turn = Turn + 1,
    };

    /// <summary>How many have their turn before this instance; <c>null</c> where it does not wait.</summary>
    public int? PlaceOf(string instance) => Waiting.Contains(instance) ? Waiting.TakeWhile(other => other != instance).Count() : null;
}
