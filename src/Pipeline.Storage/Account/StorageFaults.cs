using Azure;

namespace Pipeline.Storage.Account;

/// <summary>Tells a store that does not answer as it should from a mistake of ours.</summary>
public static class StorageFaults
{
    /// <summary>True for an answer that is an error, and for what the SDK throws after its last try without one: all tries in one
    /// exception.</summary>
    public static bool IsStorageFault(this Exception fault) =>
        fault is RequestFailedException || (fault is AggregateException { InnerExceptions: var tries } && tries.All(IsStorageFault));
}
