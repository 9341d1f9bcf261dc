using Azure.Core;

namespace Pipeline.Storage.Account;

/// <summary>Which storage account, and what the things in it are called.</summary>
public sealed record StorageSettings
{
    /// <summary>A connection string (the emulator's, or an account's); <c>null</c> where the addresses and <see cref="Credential"/> are
    /// used.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The blob, queue and table endpoints, for access by identity.</summary>
    public Uri? BlobEndpoint { get; init; }

    public Uri? QueueEndpoint { get; init; }

    public Uri? TableEndpoint { get; init; }

    public TokenCredential? Credential { get; init; }

    /// <summary>The container that files are dropped into.</summary>
    public string IncomingContainer { get; init; } = "incoming";

    /// <summary>The container for what is too large for a message or a row.</summary>
    public string OverflowContainer { get; init; } = "overflow";

    /// <summary>How many earlier versions of a file the ledger keeps with their entries' fates (default 20): a feed is overwritten at every
    /// fetch.</summary>
    public int KeptVersions { get; init; } = 20;

    /// <summary>The container of backups.</summary>
    public string BackupContainer { get; init; } = "backups";

    /// <summary>The container of the search index's snapshots.</summary>
    public string SearchContainer { get; init; } = "search";

    /// <summary>The container of the lists of feeds that are followed: OPML.</summary>
    public string SubscriptionContainer { get; init; } = "subscriptions";

    /// <summary>The enrich queue; the host adds <c>-poison</c> for what failed for good.</summary>
    public string Queue { get; init; } = "enrich";

    /// <summary>What the names of all tables start with: letters and digits.</summary>
    public string TablePrefix { get; init; } = "pipeline";
}
