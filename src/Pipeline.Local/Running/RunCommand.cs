using System.CommandLine;
using System.Net;
using Pipeline.Local.Workspace;

namespace Pipeline.Local.Running;

/// <summary>The command line of the pipeline itself.</summary>
internal static class RunCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to serve HTTP.",
        DefaultValueFactory = _ => "http://127.0.0.1:7071",
    };

    private static readonly Option<string?> Drop = new(
        "--drop")
    { Description = "The folder to watch for files (default: drop in the data folder)." };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Delete the emulator's data first." };
    private static readonly Option<bool> NoSamples = new("--no-samples") { Description = "Leave an empty store empty." };
    private static readonly Option<string?> Key = new("--key")
    {
        Description = "A key that opens reading (default: the setting Pipeline__Http__ReaderKey, or else reading is open). What writes is "
            + "closed to it.",
    };

    private static readonly Option<string?> AdminKey = new("--admin-key")
    {
        Description = "A key that opens everything (default: the setting Pipeline__Http__AdminKey).",
    };

    public static RootCommand Create()
    {
        var data = CommonOptions.Data();
        var connection = CommonOptions.Connection();
        var command = new RootCommand("Runs the whole pipeline in one process: drop news files, read clean articles over HTTP.")
        {
            Urls, data, Drop, connection, Fresh, NoSamples, Key, AdminKey,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var folder = new DataFolder(Path.GetFullPath(parsed.GetValue(data)!));
            return LocalPipeline.RunAsync(
                new RunOptions
                {
                    Urls = CheckUrls(parsed.GetValue(Urls)!),
                    Data = folder,
                    Drop = Path.GetFullPath(parsed.GetValue(Drop) ?? folder.Drop),
                    Connection = Connections.Named(parsed.GetValue(connection)),
                    Fresh = parsed.GetValue(Fresh),
                    Samples = !parsed.GetValue(NoSamples),
                    ReaderKey = parsed.GetValue(Key),
                    AdminKey = parsed.GetValue(AdminKey),
                },
                cancellationToken);
        });
        return command;
    }

    private static string CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                if (BindingAddress.Parse(url).Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort)
                    continue;
            }
            catch (FormatException)
            {
                // It is said below, as for a port that there is not.
            }

            throw new LocalException($"'{url}' is no address to serve at. Name one such as http://127.0.0.1:7071 with --urls.");
        }

        return urls;
    }
}
