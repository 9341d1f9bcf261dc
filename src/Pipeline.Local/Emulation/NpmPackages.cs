using System.Security.Cryptography;
using Pipeline.Local.Workspace;
using Spectre.Console;

namespace Pipeline.Local.Emulation;

/// <summary>npm packages as a lock file pins them, installed once for each user and lock file; their install scripts do not run.</summary>
public static class NpmPackages
{
    // npm would try each of hundreds of packages again by itself, with pauses of up to a minute: without a network that takes more than
    // ten.
    private static readonly string[] Arguments =
        ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--fetch-retries=0"];

    // Each run goes on from what the one before has fetched.
    private const int MaxRuns = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The folder whose <c>node_modules</c> has the packages. Several processes may ask at once: one installs, the others wait for it.
    /// </summary>
    /// <param name="pins">The folder of <c>package.json</c> and <c>package-lock.json</c>; its name is that of the installed folder
    /// too.</param>
    /// <param name="what">What they are to a person: "the storage emulator (Azurite)".</param>
    /// <param name="cancellationToken">Stops the installation.</param>
    /// <exception cref="LocalException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(string pins, string what, CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(pins, "package-lock.json"), cancellationToken);
        var name = $"{Path.GetFileName(pins).ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]}";
        var folder = Path.Combine(CacheFolder(), name);
        if (Directory.Exists(folder))
            return folder;
        using var alone = await FileLock.WaitAsync(folder + ".lock", cancellationToken);
        if (!Directory.Exists(folder))
            await InstallWithProgressAsync(pins, folder, what, cancellationToken);
        return folder;
    }

    // Standard error, because standard output may be read by a program.
    private static Task InstallWithProgressAsync(string pins, string folder, string what, CancellationToken cancellationToken) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Status().StartAsync(
            $"Installing {what}, once; about a minute …",
            _ => InstallAsync(pins, folder, what, cancellationToken));

    private static async Task InstallAsync(string pins, string folder, string what, CancellationToken cancellationToken)
    {
        // The folder gets its name only when it is whole, so an install that was cut short is never taken for one.
        var partial = folder + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        foreach (var pin in Directory.GetFiles(pins, "package*.json"))
            File.Copy(pin, Path.Combine(partial, Path.GetFileName(pin)));
        await RunNpmAsync(partial, what, cancellationToken);
        Directory.Move(partial, folder);
    }

    private static async Task RunNpmAsync(string folder, string what, CancellationToken cancellationToken)
    {
        for (var run = 1; await RunOnceAsync(folder, cancellationToken) is { } fault; run++)
        {
            if (!fault.IsOfNetwork || run == MaxRuns)
                throw new LocalException(
                    $"npm could not install {what}: {fault.Cause}. It is installed at the next start; a storage account named with "
                        + "--connection takes its place.");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    // What went wrong, or null.
    private static async Task<NpmFault?> RunOnceAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = NodeProcess.Start(npm, Arguments, folder);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return process.ExitCode == 0 ? null : NpmFault.Read(await errors + await output);
    }

    private static string CacheFolder()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Directory.CreateDirectory(Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "pipeline-local")).FullName;
    }
}
