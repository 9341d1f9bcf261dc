using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;
using Pipeline.Storage;
using Pipeline.Storage.Account;

namespace Pipeline.Benchmarks;

/// <summary>The real stages over a storage account, as one instance of the app; several over one prefix share a queue and tables.</summary>
internal sealed class BenchmarkPipeline : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="connection">The account's connection string.</param>
    /// <param name="prefix">What the names of its containers, queue and tables start with: letters and digits.</param>
    public BenchmarkPipeline(string connection, string prefix) => services = new ServiceCollection()
        .AddPipelineStages(new PipelineSettings())
        .AddPipelineStorage(new StorageSettings
        {
            ConnectionString = connection,
            IncomingContainer = $"{prefix}-incoming",
            OverflowContainer = $"{prefix}-overflow",
            Queue = $"{prefix}-enrich",
            TablePrefix = prefix,
        })
        .BuildServiceProvider();

    public StorageAccount Account => Get<StorageAccount>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Uploads a file and parses it; its entries wait in the queue then.</summary>
    public async Task DropAsync(string path, string content, CancellationToken cancellationToken)
    {
        await Account.Incoming.GetBlobClient(path).UploadAsync(BinaryData.FromString(content), overwrite: true, cancellationToken);
        await Get<ParseStage>().ParseAsync(path, cancellationToken);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
