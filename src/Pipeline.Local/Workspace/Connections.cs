namespace Pipeline.Local.Workspace;

/// <summary>Which storage account a command means.</summary>
internal static class Connections
{
    /// <summary>The account that was named, on the command line or else as the Functions host would find it; <c>null</c> for the
    /// emulator.</summary>
    public static string? Named(string? option) =>
        option ?? (Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } named ? named : null);
}
