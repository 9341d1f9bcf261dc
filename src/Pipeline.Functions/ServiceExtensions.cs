using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Functions;

/// <summary>What only this host needs beside the pipeline's rooms.</summary>
internal static class ServiceExtensions
{
    // The worker's own activities: one for each invocation.
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    /// <summary>Sends the pipeline's figures and traces to Application Insights, where there is one.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, AppSettings settings)
    {
        // The host would send the worker's traces too, unless the worker says that it does; its OpenTelemetry package does this and little more.
        services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerOpenTelemetryEnabled"] = bool.TrueString);
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") ?? PipelineTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .WithTracing(traces => traces.AddSource(WorkerSource, PipelineTelemetry.Name));
        if (settings.InsightsConnection is { } connection)
            telemetry.UseAzureMonitorExporter(options => (options.ConnectionString, options.Credential) = (connection, settings.Credential));
        return services;
    }

    /// <summary>Creates what Bicep creates in Azure, where the account is an emulator; in Azure the start stays free of it.</summary>
    public static Task PrepareEmulatorAsync(this IServiceProvider services, StorageSettings storage, CancellationToken cancellationToken) =>
        storage.ConnectionString is null
            ? Task.CompletedTask
            : services.GetRequiredService<StorageAccount>().CreateAsync(cancellationToken);
}
