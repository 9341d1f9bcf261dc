using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Functions;

/// <summary>What only this host needs beside the pipeline's rooms.</summary>
internal static class ServiceExtensions
{
    /// <summary>Sends figures, traces, and logs from Warning on to Application Insights, where there is one.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, AppSettings settings)
    {
        // host.json's levels hold for the host; what the worker exports itself would be Information, four lines a request.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .WithTracing(traces => traces.AddSource(PipelineTelemetry.Name))
            .UseFunctionsWorkerDefaults();
        if (settings.InsightsConnection is { } connection)
            telemetry.UseAzureMonitorExporter(options => Set(options, connection, settings));
        return services;
    }

    private static void Set(AzureMonitorExporterOptions options, string connection, AppSettings settings)
    {
        options.ConnectionString = connection;
        options.Credential = settings.Credential;
        // A rate, where one is set, has precedence over the ratio, and five a second are set by default.
        options.TracesPerSecond = null;
        options.SamplingRatio = settings.Telemetry.SamplingRatio;
    }

    /// <summary>Creates what Bicep creates in Azure, where the account is an emulator; in Azure the start stays free of it.</summary>
    public static Task PrepareEmulatorAsync(this IServiceProvider services, StorageSettings storage, CancellationToken cancellationToken) =>
        storage.ConnectionString is null
            ? Task.CompletedTask
            : services.GetRequiredService<StorageAccount>().CreateAsync(cancellationToken);
}
