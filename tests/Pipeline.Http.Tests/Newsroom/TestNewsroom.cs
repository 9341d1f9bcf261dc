using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Benchmarks;
using Pipeline.Fetching;
using Pipeline.Http.Settings;
using Pipeline.Maintenance;
using Pipeline.Storage;
using Pipeline.Storage.Account;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>The whole pipeline over a storage account of its own, with its endpoint on a free loopback port.</summary>
public sealed class TestNewsroom : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestNewsroom(WebApplication app) => this.app = app;

    public HttpClient Client { get; private init; } = null!;

    public IServiceProvider Services => app.Services;

    public StorageOperations Operations => Services.GetRequiredService<StorageAccount>().Operations;

    public static Task<TestNewsroom> OpenAsync(
        EmulatorFixture emulator, PipelineHttpSettings settings, CancellationToken cancellationToken) =>
        OpenAsync(emulator, settings, new PipelineSettings(), cancellationToken);

    public static async Task<TestNewsroom> OpenAsync(
        EmulatorFixture emulator, PipelineHttpSettings settings, PipelineSettings stages, CancellationToken cancellationToken)
    {
        var storage = PipelineInstance.NameStorage(emulator.ConnectionString, emulator.NextPrefix());
        var app = Build(storage, settings, stages);
        await app.Services.GetRequiredService<StorageAccount>().CreateAsync(cancellationToken);
        return await StartAsync(app, cancellationToken);
    }

    /// <summary>One whose store is not there: nothing listens on port 9.</summary>
    public static Task<TestNewsroom> OpenWithoutStoreAsync(CancellationToken cancellationToken)
    {
        const string Nowhere =
            "AccountName=nowhere;AccountKey=bm93aGVyZQ==;BlobEndpoint=http://127.0.0.1:9/nowhere;" +
            "QueueEndpoint=http://127.0.0.1:9/nowhere;TableEndpoint=http://127.0.0.1:9/nowhere";
        return StartAsync(Build(new StorageSettings { ConnectionString = Nowhere }, new PipelineHttpSettings(), new PipelineSettings()),
            cancellationToken);
    }

    /// <summary>Drops a file, takes every entry of it to its fate, and settles the ledger.</summary>
    public async Task DropAsync(string path, string content, CancellationToken cancellationToken)
    {
        await WriteAsync(path, content, cancellationToken);
        await Services.GetRequiredService<Sweeper>().SettleAsync(cancellationToken);
    }

    /// <summary>Drops a file and takes entries to their fates until the queue shows no more; several may do so at once.</summary>
    public async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        var instance = new PipelineInstance(Services);
        await instance.DropAsync(path, content, cancellationToken);
        await instance.DrainAsync(cancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        await Client.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    /// <summary>The id of the newest article that the filters let through.</summary>
    public async Task<string> FirstIdAsync(string filters, CancellationToken cancellationToken) =>
        (await GetAsync($"/api/articles?limit=1&{filters}", cancellationToken)).GetProperty("items")[0].GetProperty("id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static WebApplication Build(StorageSettings storage, PipelineHttpSettings settings, PipelineSettings stages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddPipelineStages(stages).AddPipelineStorage(storage).AddPipelineFetching().AddPipelineHttp(settings);
        var app = builder.Build();
        app.MapPipelineApi();
        return app;
    }

    private static async Task<TestNewsroom> StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        return new TestNewsroom(app) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
    }
}
