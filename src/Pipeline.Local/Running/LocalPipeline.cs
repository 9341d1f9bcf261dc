using System.Net.Sockets;
using Pipeline.Fetching;
using Pipeline.Http;
using Pipeline.Http.Settings;
using Pipeline.Ledger;
using Pipeline.Local.Emulation;
using Pipeline.Local.Workspace;
using Pipeline.Storage;
using Pipeline.Storage.Account;

namespace Pipeline.Local.Running;

/// <summary>The pipeline as one process: the store, the stages, the watches and the endpoint.</summary>
internal static class LocalPipeline
{
    /// <summary>Runs until it is told to stop. Returns the exit code.</summary>
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        if (options is { Fresh: true, Connection: not null })
            throw new LocalException(
                "--fresh deletes the emulator's data only. Start without --connection and AzureWebJobsStorage, or without --fresh.");
        using var alone = options.Data.Take();
        if (options.Fresh && Directory.Exists(options.Data.Emulator))
            Directory.Delete(options.Data.Emulator, recursive: true);
        await using var emulator = options.Connection is null ? await Emulator.StartAsync(options.Data.Emulator, cancellationToken) : null;
        await using var app = Build(options, options.Connection ?? emulator!.ConnectionString);
        var account = app.Services.GetRequiredService<StorageAccount>();
        await account.CreateAsync(cancellationToken);
        if (options.Samples)
            await Samples.UploadToEmptyAsync(account.Incoming, cancellationToken);
        await StartAsync(app, options, cancellationToken);
        using var connection = emulator is null ? null : new ConnectionFile(options.Data.ConnectionFile, emulator.ConnectionString);
        var announcer = app.Services.GetRequiredService<Announcer>();
        announcer.Started(options, app.Urls);
        app.Lifetime.ApplicationStopping.Register(announcer.Stopping);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task StartAsync(WebApplication app, RunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        // The port is taken, may not be used, is out of range, or a certificate is missing.
        catch (Exception refused) when (refused is IOException or SocketException or InvalidOperationException or ArgumentException)
        {
            throw new LocalException(
                $"HTTP cannot be served at {options.Urls}: {refused.Message.Split('\n')[0].Trim().TrimEnd('.')}. "
                + "Name another address with --urls.");
        }
    }

    private static WebApplication Build(RunOptions options, string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Error)
            // It logs the stack of whatever is cut off when the port is taken, which StartAsync says in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        var settings = builder.Configuration.GetSection("Pipeline").Get<PipelineSettings>() ?? new PipelineSettings();
        // A person waits for the receipt, and can drop the file again.
        settings = settings with
        {
            Ingestion = settings.Ingestion with { PoisonTries = 1 },
            // Whoever lists a server of this machine has it.
            Subscriptions = settings.Subscriptions with
            {
                AllowListedLoopback = builder.Configuration.GetValue("Pipeline:Subscriptions:AllowListedLoopback", true),
            },
            Webhooks = settings.Webhooks with
            {
                AllowLoopback = builder.Configuration.GetValue("Pipeline:Webhooks:AllowLoopback", true),
            },
        };
        builder.Services
            .AddPipelineStages(settings)
            .AddPipelineStorage(new StorageSettings
            {
                ConnectionString = connection,
                KeptVersions = builder.Configuration.GetValue("Pipeline:Ledger:KeptVersions", new StorageSettings().KeptVersions),
            })
            .AddPipelineFetching()
            .AddPipelineHttp(HttpSettings(options, builder.Configuration))
            .AddSingleton(options)
            .AddSingleton<Announcer>()
            .AddSingleton<Wakes>()
            .AddSingleton<ILedgerStore, AnnouncedLedger>()
            .AddHostedService<DropFolderWatch>()
            .AddHostedService<SubscriptionWatch>()
            .AddHostedService<IncomingWatch>()
            .AddHostedService<QueueWatch>()
            .AddHostedService<WebhookWatch>()
            .AddHostedService<TimerWatch>();
        var app = builder.Build();
        app.UseMiddleware<HostCheck>();
        app.MapPipelineApi();
        return app;
    }

    private static PipelineHttpSettings HttpSettings(RunOptions options, ConfigurationManager configuration)
    {
        var settings = configuration.GetSection("Pipeline:Http").Get<PipelineHttpSettings>() ?? new PipelineHttpSettings();
        return settings with { ReaderKey = options.ReaderKey ?? settings.ReaderKey, AdminKey = options.AdminKey ?? settings.AdminKey };
    }
}
