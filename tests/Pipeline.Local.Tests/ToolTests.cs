using System.Diagnostics;

namespace Pipeline.Local.Tests;

public sealed class ToolTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [Fact]
    public async Task Packs_into_a_tool_that_installs_and_runs()
    {
        using var folder = new TemporaryFolder();
        await RunAsync("dotnet", ["pack", FindProject(), "--no-build", "-c", Configuration, "-o", folder["packages"]]);
        await RunAsync(
            "dotnet", ["tool", "install", "Pipeline.Local", "--tool-path", folder["tools"], "--source", folder["packages"]]);

        var help = await RunAsync(folder["tools/pipeline"], ["--help"]);
        Assert.Contains("drop <PATH>", help, StringComparison.Ordinal);
        Assert.True(Directory.GetFiles(folder["tools"], "package-lock.json", SearchOption.AllDirectories).Length > 0);
        Assert.True(Directory.GetDirectories(folder["tools"], "Samples", SearchOption.AllDirectories).Length > 0);
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What `dotnet test` tells MSBuild would hold for this build too.
        foreach (var name in start.Environment.Keys.Where(
            name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {await output}{await errors}");
        return await output;
    }

    private static string FindProject([System.Runtime.CompilerServices.CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(thisFile, "../../../src/Pipeline.Local"));
}
