using System.Security.Cryptography;
using Pipeline.Local.Workspace;
using Spectre.Console;

namespace Pipeline.Local.Emulation;

/// <summary>npm packages as a lock file pins them, installed once for each user and lock file; their install scripts do not run.</summary>
public static class NpmPackages
{
    // npm's own pauses, 10 and 60 seconds for each package, keep a person without a network waiting for a quarter of an hour.
    private static readonly string[] Retries = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=3000"];

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
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = NodeProcess.Start(
            npm, ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", .. Retries], folder);
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

        if (process.ExitCode != 0)
            throw new LocalException(
                $"npm could not install {what}: {NpmFault.Describe(await errors + await output)}. It is installed at the next start; a storage "
                    + "account named with --connection takes its place.");
    }

    private static string CacheFolder()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Directory.CreateDirectory(Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "pipeline-local")).FullName;
    }
}
