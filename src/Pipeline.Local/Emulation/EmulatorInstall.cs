using Pipeline.Local.Workspace;

namespace Pipeline.Local.Emulation;

/// <summary>Azurite as <c>Azurite/package-lock.json</c> pins it.</summary>
internal static class EmulatorInstall
{
    private static readonly string Pins = Path.Combine(AppContext.BaseDirectory, "Azurite");

    public static string StopWithParent => Path.Combine(Pins, "stop-with-parent.cjs");

    /// <summary>The path of Azurite's program, installed on first use.</summary>
    /// <exception cref="LocalException">npm is missing or failed.</exception>
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = await NpmPackages.EnsureAsync(Pins, "the storage emulator (Azurite)", cancellationToken);
        return Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
    }
}
