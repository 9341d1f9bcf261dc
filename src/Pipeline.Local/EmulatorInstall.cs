using System.Security.Cryptography;
using Spectre.Console;

namespace Pipeline.Local;

/// <summary>Azurite as <c>Azurite/package-lock.json</c> pins it, installed once for each user and lock file.</summary>
internal static class EmulatorInstall
{
    private static readonly string Pins = Path.Combine(AppContext.BaseDirectory, "Azurite");

    public static string StopWithParent => Path.Combine(Pins, "stop-with-parent.cjs");

    /// <summary>The path of Azurite's program. Several processes may ask at once: one installs, the others wait for it.</summary>
    /// <exception cref="LocalException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Pins, "package-lock.json"), cancellationToken);
        var folder = Path.Combine(CacheFolder(), "azurite-" + Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]);
        var program = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (Directory.Exists(folder))
            return program;
        using var alone = await FileLock.WaitAsync(folder + ".lock", cancellationToken);
        if (!Directory.Exists(folder))
            await InstallWithProgressAsync(folder, cancellationToken);
        return program;
    }

    // Standard error, because standard output may be read by a program.
    private static Task InstallWithProgressAsync(string folder, CancellationToken cancellationToken) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Status().StartAsync(
            "Installing the storage emulator (Azurite, once, about a minute) …",
            _ => InstallAsync(folder, cancellationToken));

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        // The folder gets its name only when it is whole, so an install that was cut short is never taken for one.
        var partial = folder + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        foreach (var pin in Directory.GetFiles(Pins, "package*.json"))
            File.Copy(pin, Path.Combine(partial, Path.GetFileName(pin)));
        await RunNpmAsync(partial, cancellationToken);
        Directory.Move(partial, folder);
    }

    private static async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        using var process = NodeProcess.Start(npm, ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"], folder);
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
            throw new LocalException($"npm could not install the storage emulator:\n{await output}{await errors}");
    }

    private static string CacheFolder()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Directory.CreateDirectory(Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), "pipeline-local")).FullName;
    }
}
