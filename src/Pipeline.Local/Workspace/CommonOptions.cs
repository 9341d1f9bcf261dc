using System.CommandLine;

namespace Pipeline.Local.Workspace;

/// <summary>The options that every command has, with one meaning.</summary>
internal static class CommonOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "The folder that keeps what outlives the process.",
        DefaultValueFactory = _ => DataFolder.Default,
    };

    public static Option<string?> Account() => new("--account")
    {
        Description = "The name of a storage account on Azure that takes no keys; you are known by 'az login'.",
    };

    public static Option<string?> Connection() => new("--connection")
    {
        Description = "A storage account's connection string (default: AzureWebJobsStorage of the environment, or else the emulator).",
    };
}
