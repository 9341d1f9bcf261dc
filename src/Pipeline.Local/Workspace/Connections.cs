using Azure.Identity;
using Azure.Storage.Blobs;
using Pipeline.Storage.Account;

namespace Pipeline.Local.Workspace;

/// <summary>Which storage account a command means.</summary>
internal static class Connections
{
    /// <summary>The account that was named, on the command line or else as the Functions host would find it; <c>null</c> for the
    /// emulator.</summary>
    /// <exception cref="LocalException">It is no connection string.</exception>
    public static string? Named(string? option)
    {
        var named = option ?? (Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } found ? found : null);
        try
        {
            _ = named is null ? null : new BlobServiceClient(named);
            return named;
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException)
        {
            throw new LocalException(
                "--connection (or AzureWebJobsStorage) is not the connection string of a storage account: "
                + malformed.Message.Split('\n')[0].Trim());
        }
    }

    /// <summary>The account that was named, or else the emulator of the pipeline that runs with the data folder.</summary>
    /// <exception cref="LocalException">Neither is there.</exception>
    public static string Find(string? option, DataFolder data) =>
        Named(option)
        ?? (File.Exists(data.ConnectionFile) ? File.ReadAllText(data.ConnectionFile) : null)
        ?? throw new LocalException(
            $"No pipeline runs with the data folder {Path.GetFullPath(data.Path)}. "
            + "Start it with 'dotnet run --project src/Pipeline.Local', "
            + "or name its folder with --data or its account with --connection.");

    /// <summary>The same, or an account on Azure that takes no keys, by its name.</summary>
    public static StorageSettings Find(string? account, string? option, DataFolder data) => account is null
        ? new StorageSettings { ConnectionString = Find(option, data) }
        : new StorageSettings
        {
            BlobEndpoint = new Uri($"https://{account}.blob.core.windows.net"),
            QueueEndpoint = new Uri($"https://{account}.queue.core.windows.net"),
            TableEndpoint = new Uri($"https://{account}.table.core.windows.net"),
            Credential = new AzureCliCredential(),
        };
}
