using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Functions;

/// <summary>What only this host needs beside the pipeline's rooms.</summary>
internal static class ServiceExtensions
{
    /// <summary>Sends the pipeline's figures and traces to Application Insights, where there is one.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, AppSettings settings)
    {
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .WithTracing(traces => traces.AddSource(PipelineTelemetry.Name))
            .UseFunctionsWorkerDefaults();
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
