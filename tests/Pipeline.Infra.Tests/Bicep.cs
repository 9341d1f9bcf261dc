using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Pipeline.Infra.Tests;

/// <summary>The pinned Bicep compiler over the templates in <c>infra</c>.</summary>
internal static class Bicep
{
    public static string Folder { get; } = Metadata("InfraFolder");

    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal);

    /// <summary>Everything that the compiler printed to complain of any template; empty when there is nothing.</summary>
    public static async Task<string> LintAllAsync()
    {
        var (exitCode, _, complaints) = await RunAsync("lint", "--pattern", Path.Combine(Folder, "**", "*.bicep*"));
        return exitCode == 0 ? complaints : $"exit code {exitCode}\n{complaints}";
    }

    public static async Task<JsonObject> CompileAsync(string file)
    {
        var (_, template, complaints) = await RunAsync("build", Path.Combine(Folder, file), "--stdout");
        Assert.Equal("", complaints);
        return JsonNode.Parse(template)!.AsObject();
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var bicep = Process.Start(new ProcessStartInfo(Metadata("BicepPath"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = bicep.StandardOutput.ReadToEndAsync();
        var error = bicep.StandardError.ReadToEndAsync();
        await bicep.WaitForExitAsync();
        return (bicep.ExitCode, await output, (await error).Trim());
    }

    private static string Metadata(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
