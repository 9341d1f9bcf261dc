using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Resources;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Functions;

/// <summary>What only this host needs beside the pipeline's rooms.</summary>
internal static class ServiceExtensions
{
    // The worker's own activities: one for each invocation.
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    /// <summary>Sends figures, traces, and logs from Warning on to Application Insights, where there is one.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, AppSettings settings)
    {
        // host.json's levels hold for the host; what the worker exports itself would be Information, four lines a request.
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)).Configure<WorkerOptions>(OwnTelemetry);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(
                resource => resource.AddService(Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") ?? PipelineTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .WithTracing(traces => traces.AddSource(WorkerSource, PipelineTelemetry.Name));
        if (settings.InsightsConnection is { } connection)
            telemetry.UseAzureMonitorExporter(
                options => (options.ConnectionString, options.Credential) = (connection, settings.Credential));
        return services;
    }

    // The host would send the worker's traces too, unless the worker says that it does; its OpenTelemetry package does this and
    // little more. Before schema 1.37.0 every trace is a request named Invoke, beside the host's own for the same run.
    private static void OwnTelemetry(WorkerOptions worker)
    {
        worker.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString;
        worker.Capabilities["WorkerOpenTelemetrySchemaVersion"] = "1.37.0";
    }

    /// <summary>Creates what Bicep creates in Azure, where the account is an emulator; in Azure the start stays free of it.</summary>
    public static Task PrepareEmulatorAsync(this IServiceProvider services, StorageSettings storage, CancellationToken cancellationToken) =>
        storage.ConnectionString is null
            ? Task.CompletedTask
            : services.GetRequiredService<StorageAccount>().CreateAsync(cancellationToken);
}
