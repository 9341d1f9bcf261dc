using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Storage.Account;

/// <summary>The clients of one storage account; every operation through them is counted.</summary>
public sealed class StorageAccount
{
    // About six seconds in all: a stage is tried again by its host, and a reader is told rather than kept waiting.
    private const int MaxRetries = 3;

    private readonly StorageSettings settings;
    private readonly BlobServiceClient blobs;
    private readonly QueueServiceClient queues;
    private readonly QueueServiceClient undecoded;
    private readonly TableServiceClient tables;

    public StorageAccount(StorageSettings settings)
    {
        this.settings = settings;
        var blobOptions = Counted(new BlobClientOptions());
        var tableOptions = Counted(new TableClientOptions());
        (blobs, tables) = settings.ConnectionString is { } connection
            ? (new BlobServiceClient(connection, blobOptions), new TableServiceClient(connection, tableOptions))
            : (new BlobServiceClient(settings.BlobEndpoint, settings.Credential, blobOptions),
                new TableServiceClient(settings.TableEndpoint, settings.Credential, tableOptions));
        // The Functions host expects base64; the client's default is plain text.
        queues = Queues(QueueMessageEncoding.Base64);
        undecoded = Queues(QueueMessageEncoding.None);
    }

    /// <summary>What this account was asked for so far.</summary>
    public StorageOperations Operations { get; } = new();

    public BlobContainerClient Incoming => blobs.GetBlobContainerClient(settings.IncomingContainer);

    public QueueClient Queue => queues.GetQueueClient(settings.Queue);

    public QueueClient PoisonQueue => queues.GetQueueClient($"{settings.Queue}-poison");

    /// <summary>Messages that come when an embargo ends.</summary>
    public QueueClient ReleaseQueue => queues.GetQueueClient($"{settings.Queue}-release");

    /// <summary>Where the blob trigger puts a file that it gave up on; the name is the host's.</summary>
    public QueueClient FilePoisonQueue => queues.GetQueueClient("webjobs-blobtrigger-poison");

    /// <summary>The same queue with its messages as they are: a client that decodes throws at a message that a stranger wrote, and reads no
    /// other.</summary>
    internal QueueClient Undecoded(QueueClient queue) => undecoded.GetQueueClient(queue.Name);

    internal BlobContainerClient Backups => blobs.GetBlobContainerClient(settings.BackupContainer);

    internal BlobContainerClient Search => blobs.GetBlobContainerClient(settings.SearchContainer);

    /// <summary>What the names of all tables start with: what else stands in a container that several stores share does too.</summary>
    internal string TablePrefix => settings.TablePrefix;

    internal BlobContainerClient Subscriptions => blobs.GetBlobContainerClient(settings.SubscriptionContainer);

    /// <summary>How many earlier versions of a file the ledger keeps.</summary>
    internal int KeptVersions => settings.KeptVersions;

    internal BlobContainerClient Overflow => blobs.GetBlobContainerClient(settings.OverflowContainer);

    internal TableClient Table(string name) => tables.GetTableClient(settings.TablePrefix + name);

    /// <summary>Creates the containers, queues and tables that are not there yet.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(((BlobContainerClient[])[Incoming, Overflow, Backups, Search, Subscriptions]).Select(
            container => container.CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
        await Task.WhenAll(((QueueClient[])[Queue, PoisonQueue, ReleaseQueue, FilePoisonQueue]).Select(
            queue => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
        await Task.WhenAll(TableNames.All.Select(name => Table(name).CreateIfNotExistsAsync(cancellationToken)));
    }

    private QueueServiceClient Queues(QueueMessageEncoding encoding)
    {
        var options = Counted(new QueueClientOptions { MessageEncoding = encoding });
        return settings.ConnectionString is { } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(settings.QueueEndpoint, settings.Credential, options);
    }

    private T Counted<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = MaxRetries;
        options.AddPolicy(Operations, HttpPipelinePosition.PerRetry);
        return options;
    }
}
