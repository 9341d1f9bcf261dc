using System.Diagnostics;

namespace Pipeline.Infra.Tests;

/// <summary>The script, with tools on its path that only write down how they were called.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private readonly DirectoryInfo _tools = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Creates_nothing_without_a_yes()
    {
        var (exitCode, calls) = await RunAsync("n\n");
        Assert.Equal(1, exitCode);
        Assert.Contains(calls, call => call.StartsWith("az deployment sub what-if", StringComparison.Ordinal));
        Assert.DoesNotContain(calls, Creates);
    }

    [Fact]
    public async Task Creates_nothing_when_nobody_can_answer()
    {
        var (exitCode, calls) = await RunAsync("");
        Assert.Equal(1, exitCode);
        Assert.DoesNotContain(calls, Creates);
    }

    [Fact]
    public async Task Creates_resources_then_publishes_the_app_then_subscribes_it_to_events()
    {
        var (exitCode, calls) = await RunAsync("y\n");
        Assert.Equal(0, exitCode);
        Assert.Collection(
            calls.Where(Creates),
            call => Assert.StartsWith("az deployment sub create", call, StringComparison.Ordinal),
            call => Assert.StartsWith("dotnet publish", call, StringComparison.Ordinal),
            call => Assert.StartsWith("az functionapp deployment source config-zip", call, StringComparison.Ordinal),
            call => Assert.StartsWith("az deployment group create", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Waits_until_the_key_of_the_webhook_is_there_and_never_reads_it()
    {
        var (_, calls) = await RunAsync("y\n");
        var asked = calls.SkipWhile(call => !call.Contains("config-zip", StringComparison.Ordinal)).Skip(1).TakeWhile(
            call => !Creates(call))
            .Where(call => call.Contains("functionapp keys list", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, asked.Count);
        Assert.All(asked, call => Assert.Contains("systemKeys.blobs_extension != null", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_lines_are_a_drop_and_a_keyed_read()
    {
        var (_, _, output) = await RunWholeAsync("y\n");
        Assert.Contains(
            "az storage blob upload --auth-mode login --account-name something --container-name incoming", output,
            StringComparison.Ordinal);
        Assert.Contains("""curl -H "x-functions-key: $(az functionapp keys list""", output, StringComparison.Ordinal);
        Assert.EndsWith("https://app.example/api/articles", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_az_that_is_too_old_is_refused_before_anything_is_asked()
    {
        var (exitCode, calls, _) = await RunWholeAsync("y\n", azVersion: "2.60.0");
        Assert.Equal(2, exitCode);
        Assert.DoesNotContain(calls, call => call.Contains("deployment", StringComparison.Ordinal));
    }

    public void Dispose() => _tools.Delete(recursive: true);

    private static bool Creates(string call) =>
        call.Contains(" create ", StringComparison.Ordinal) || call.Contains("publish", StringComparison.Ordinal)
        || call.Contains("config-zip", StringComparison.Ordinal);

    private async Task<(int ExitCode, string[] Calls)> RunAsync(string answer)
    {
        var (exitCode, calls, _) = await RunWholeAsync(answer);
        return (exitCode, calls);
    }

    private async Task<(int ExitCode, string[] Calls, string Output)> RunWholeAsync(string answer, string azVersion = "2.80.0")
    {
        var log = Path.Combine(_tools.FullName, "calls");
        foreach (var tool in (string[])["az", "dotnet", "zip"])
            await WriteToolAsync(tool, log);
        using var script = Start(azVersion);
        script.StandardInput.Write(answer);
        script.StandardInput.Close();
        var output = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        return (script.ExitCode, await File.ReadAllLinesAsync(log), output);
    }

    private Process Start(string azVersion)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Bicep.Folder, "deploy.sh")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZ_VERSION"] = azVersion;
        start.Environment["PIPELINE_WAIT_SECONDS"] = "0";
        start.Environment["PATH"] = $"{_tools.FullName}:{start.Environment["PATH"]}";
        return Process.Start(start)!;
    }

    /// <summary>Writes down its call; makes the folder of <c>dotnet publish -o FOLDER</c>, and has the webhook's key when asked for it
    /// again.</summary>
    private async Task WriteToolAsync(string name, string log)
    {
        var path = Path.Combine(_tools.FullName, name);
        await File.WriteAllTextAsync(path, $"""
            #!/bin/sh
            echo "{name} $*" >> "{log}"
            case "$*" in
              *"keys list"*) [ "$(grep -c "keys list" "{log}")" -gt 1 ] && echo true ;;
              "version "*) echo "$AZ_VERSION" ;;
              "bicep version") echo "Bicep CLI version 0.40.2 (1234567890)" ;;
              *"outputs.endpoint"*) echo https://app.example/api ;;
              *"deployment sub show"*) echo something ;;
            esac
            while [ $# -gt 1 ]; do [ "$1" = -o ] && mkdir -p "$2"; shift; done
            exit 0
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
