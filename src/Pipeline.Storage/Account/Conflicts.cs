using Azure;

namespace Pipeline.Storage.Account;

/// <summary>Tells a write that lost a race from one that failed.</summary>
internal static class Conflicts
{
    /// <summary>True where a row was there already, changed or deleted meanwhile; a table that is missing is a fault, not a race.</summary>
    public static bool IsConflict(this RequestFailedException failure) =>
        failure.Status is 409 or 412 || (failure.Status == 404 && failure.ErrorCode != "TableNotFound");
}
