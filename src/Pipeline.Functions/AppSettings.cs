using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Pipeline.Http.Settings;
using Pipeline.Storage.Account;

namespace Pipeline.Functions;

/// <summary>The app's settings by room, read from <c>Pipeline:…</c> and from the connection that the triggers name.</summary>
internal sealed record AppSettings(
    PipelineSettings Pipeline,
    StorageSettings Storage,
    PipelineHttpSettings Http,
    TelemetrySettings Telemetry,
    string? InsightsConnection,
    TokenCredential? Credential)
{
    /// <summary>The connection to the pipeline's data. The host's own account is <c>AzureWebJobsStorage</c>.</summary>
    public const string DataConnection = "PipelineStorage";

    public static AppSettings Read(IConfiguration configuration)
    {
        var connection = configuration.GetSection(DataConnection);
        var credential = connection.Value is null ? CredentialOf(connection["clientId"]) : null;
        return new AppSettings(
            configuration.GetSection("Pipeline").Get<PipelineSettings>() ?? new PipelineSettings(),
            StorageOf(connection, credential, configuration.GetValue("Pipeline:Ledger:KeptVersions", new StorageSettings().KeptVersions)),
            (configuration.GetSection("Pipeline:Http").Get<PipelineHttpSettings>() ?? new PipelineHttpSettings())
                with
            { HostChecksKeys = true },
            configuration.GetSection("Pipeline:Telemetry").Get<TelemetrySettings>() ?? new TelemetrySettings(),
            configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"],
            credential);
    }

    // The names are those that the triggers' host and the worker's converters read; serviceUri is not one of them.
    private static StorageSettings StorageOf(IConfigurationSection connection, TokenCredential? credential, int keptVersions) =>
        connection.Value is { } text
            ? new StorageSettings { ConnectionString = text, KeptVersions = keptVersions }
            : new StorageSettings
            {
                KeptVersions = keptVersions,
                BlobEndpoint = connection.GetValue<Uri>("blobServiceUri"),
                QueueEndpoint = connection.GetValue<Uri>("queueServiceUri"),
                TableEndpoint = connection.GetValue<Uri>("tableServiceUri"),
                Credential = credential,
            };

    // A chain of credentials asks one after the other at every cold start; Azure has exactly one that fits.
    private static TokenCredential CredentialOf(string? clientId) => clientId is { Length: > 0 }
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new AzureCliCredential();
}
