using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Benchmarks;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Account;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests;

/// <summary>The real stages over the emulator, as one instance of the app; several over one prefix are several instances.</summary>
internal sealed class TestPipeline : IAsyncDisposable
{
    private readonly PipelineInstance instance;

    private TestPipeline(PipelineInstance instance, ShiftedTime time, string prefix) =>
        (this.instance, Time, Prefix) = (instance, time, prefix);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ShiftedTime Time { get; }

    /// <summary>Names its part of the emulator; another instance over the same one shares its store.</summary>
    public string Prefix { get; }

    public StorageAccount Account => Get<StorageAccount>();

    /// <summary>Fails writes to lists while it is told to.</summary>
    public FailingLists Lists => Get<FailingLists>();

    public static async Task<TestPipeline> StartAsync(EmulatorFixture emulator, IngestionSettings? ingestion = null, string? prefix = null)
    {
        prefix ??= emulator.NextPrefix();
        var time = new ShiftedTime(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddPipelineStages(new PipelineSettings { Ingestion = ingestion ?? new IngestionSettings() })
            .AddPipelineStorage(PipelineInstance.NameStorage(emulator.ConnectionString, prefix))
            .AddSingleton<FailingLists>()
            .AddSingleton<IListStore>(provider => provider.GetRequiredService<FailingLists>())
            .BuildServiceProvider();
        var pipeline = new TestPipeline(new PipelineInstance(services), time, prefix);
        await pipeline.Account.CreateAsync(Token);
        return pipeline;
    }

    public T Get<T>()
        where T : notnull => instance.Get<T>();

    public async Task DropAsync(string path, string content)
    {
        await instance.DropAsync(path, content, Token);
        await DrainAsync();
    }

    public Task DrainAsync() => instance.DrainAsync(Token);

    public Task<EntryFate> EnrichAsync(EntryMessage message) => Get<EnrichStage>().EnrichAsync(message, Token);

    public Task<EntryFate> EnrichAsync(Entry entry, string file, string source = "wire") =>
        EnrichAsync(new EntryMessage(entry, new EntryOrigin($"{source}/{file}", "1", 0), source, Time.GetUtcNow()));

    public async Task<IReadOnlyList<ArticleSummary>> ListAsync(ListQuery? query = null) =>
        (await Get<ListStore>().ReadPageAsync(query ?? new ListQuery(), Token)).Items;

    public Task<IReadOnlyList<ArticleChange>> ChangesAsync() => Get<CatalogStore>().ListChangesAsync(0, 1000, Token);

    public async Task<Cluster> ClusterOfAsync(string articleId)
    {
        var standing = await Get<CatalogStore>().GetEntryAsync(articleId, Token);
        return (await Get<CatalogStore>().FindClusterAsync(standing!.Article.ClusterId, Token))!;
    }

    public ValueTask DisposeAsync() => instance.DisposeAsync();
}
