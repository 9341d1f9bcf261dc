using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;
using Pipeline.Storage;
using Pipeline.Storage.Account;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks;

/// <summary>
/// The real stages over a storage account, as one instance of the app: what the blob and the queue trigger would call. Several
/// over one prefix share a queue and tables. Tests and benchmarks build on this one.
/// </summary>
public sealed class PipelineInstance(IServiceProvider services) : IAsyncDisposable
{
    public StorageAccount Account => Get<StorageAccount>();

    /// <param name="connection">The account's connection string.</param>
    /// <param name="prefix">See <see cref="NameStorage"/>.</param>
    public static PipelineInstance Start(string connection, string prefix) => new(new ServiceCollection()
        .AddPipelineStages(new PipelineSettings())
        .AddPipelineStorage(NameStorage(connection, prefix))
        .BuildServiceProvider());

    /// <summary>Settings whose containers, queue and tables begin with a prefix of letters and digits.</summary>
    public static StorageSettings NameStorage(string connection, string prefix) => new()
    {
        ConnectionString = connection,
        IncomingContainer = $"{prefix}-incoming",
        OverflowContainer = $"{prefix}-overflow",
        SubscriptionContainer = $"{prefix}-subscriptions",
        Queue = $"{prefix}-enrich",
        TablePrefix = prefix,
    };

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Uploads a file and parses it; its entries wait in the queue then.</summary>
    public async Task DropAsync(string path, string content, CancellationToken cancellationToken)
    {
        await Account.Incoming.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), overwrite: true, cancellationToken);
        await Get<ParseStage>().ParseAsync(path, cancellationToken);
    }

    /// <summary>Takes entries to their fates until the queue shows no more; several may do so at once. A failure is thrown.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while ((await Account.Queue.ReceiveMessagesAsync(16, cancellationToken: cancellationToken)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await Get<EntryReceiver>().ReceiveAsync(message.Body.ToMemory(), cancellationToken);
                await Account.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => services is IAsyncDisposable owned ? owned.DisposeAsync() : ValueTask.CompletedTask;
}
