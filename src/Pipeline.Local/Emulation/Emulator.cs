using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Local.Workspace;

namespace Pipeline.Local.Emulation;

/// <summary>
/// A running Azurite with blobs, queues and tables on free loopback ports. Disposing saves what it holds and stops it;
/// it also stops by itself when this process ends in any other way.
/// </summary>
public sealed partial class Emulator : IAsyncDisposable
{
    // The account and key that every storage emulator has, published in its documentation; they open nothing else.
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private static readonly string[] Services = ["Blob", "Queue", "Table"];
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly Process process;

    private Emulator(Process process) => this.process = process;

    public required string ConnectionString { get; init; }

    /// <summary>What it has used of the processor so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Installs Azurite on first use and starts it; a start that does not end within 90 seconds is a fault.</summary>
    /// <param name="dataFolder">Where the data stays from one start to the next; <c>null</c> keeps it in memory, for tests.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="LocalException">Node.js is missing, or Azurite could not be installed or started.</exception>
    public static async Task<Emulator> StartAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        var program = await EmulatorInstall.EnsureAsync(cancellationToken);
        if (dataFolder is not null)
            await StopLeftoverAsync(Directory.CreateDirectory(dataFolder).FullName, cancellationToken);
        var process = NodeProcess.Start("node", Arguments(program, dataFolder), dataFolder ?? Path.GetTempPath());
        if (dataFolder is not null)
            await File.WriteAllTextAsync(PidFile(dataFolder), process.Id.ToString(CultureInfo.InvariantCulture), cancellationToken);
        try
        {
            var endpoints = await ReadEndpointsAsync(process, cancellationToken).WaitAsync(StartTimeout, cancellationToken);
            return new Emulator(process) { ConnectionString = Account + string.Concat(endpoints) };
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await StopAsync(process);
        process.Dispose();
    }

    private static IEnumerable<string> Arguments(string program, string? dataFolder) =>
    [
        "--require", EmulatorInstall.StopWithParent,
        program,
        "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        .. dataFolder is null ? (string[])["--inMemoryPersistence"] : ["--location", Path.GetFullPath(dataFolder)],
    ];

    private static async Task<IReadOnlyList<string>> ReadEndpointsAsync(Process process, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var endpoints = new List<string>();
        while (endpoints.Count < Services.Length)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new LocalException($"Azurite did not start: {(await errors).Trim()}");
            if (Listening().Match(line) is { Success: true } match)
                endpoints.Add($"{match.Groups["service"]}Endpoint={match.Groups["address"]}/devstoreaccount1;");
        }

        // A pipe that nobody empties would stop Azurite once it is full.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return endpoints;
    }

    /// <summary>Lets the emulator of a killed process save its data and go: two on one folder would overwrite each other.</summary>
    private static async Task StopLeftoverAsync(string dataFolder, CancellationToken cancellationToken)
    {
        var file = PidFile(dataFolder);
        if (!File.Exists(file)
            || !int.TryParse(await File.ReadAllTextAsync(file, cancellationToken), CultureInfo.InvariantCulture, out var id)
            || Process.GetProcesses().FirstOrDefault(running => running.Id == id) is not { } leftover)
        {
            return;
        }

        using (leftover)
        {
            if (leftover.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase))
                await StopAsync(leftover);
        }
    }

    private static async Task StopAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string PidFile(string dataFolder) => Path.Combine(dataFolder, "azurite.pid");

    [GeneratedRegex("^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\\S+)",
        RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
