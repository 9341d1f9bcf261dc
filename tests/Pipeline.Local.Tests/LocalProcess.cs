using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Local.Tests;

/// <summary>Pipeline.Local as a person starts it: a process with a data folder, on a free port.</summary>
internal sealed partial class LocalProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly List<string> lines = [];

    private LocalProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    public HttpClient Http { get; } = new();

    public LocalApi Api => new(Http);

    /// <summary>Starts it and waits until it says where to read.</summary>
    public static Task<LocalProcess> StartAsync(
        string dataFolder, IReadOnlyDictionary<string, string> environment, params string[] options) =>
        StartInShellAsync(null, dataFolder, environment, options);

    /// <summary>The same from a line of Bash, in which <c>RUN</c> stands for the command.</summary>
    public static async Task<LocalProcess> StartInShellAsync(
        string? line, string dataFolder, IReadOnlyDictionary<string, string> environment, params string[] options)
    {
        var local = new LocalProcess(Start(["--data", dataFolder, "--urls", "http://127.0.0.1:0", .. options], environment, line));
        var read = await local.WaitForLineAsync(ReadLine());
        local.Http.BaseAddress = new Uri(read.Groups["url"].Value);
        return local;
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        RunInShellAsync(null, arguments);

    /// <summary>The same from a line of Bash, in which <c>RUN</c> stands for the command.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunInShellAsync(string? line, params string[] arguments)
    {
        using var process = Start(arguments, new Dictionary<string, string>(), line);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    public async Task<Match> WaitForLineAsync(Regex expected)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (expected.Match(line) is { Success: true } match)
                return match;
        }

        throw new InvalidOperationException($"It ended without {expected}:\n{string.Join('\n', lines)}\n{await errors}");
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What Ctrl-C does. Returns the exit code and all that it printed.</summary>
    public async Task<(int ExitCode, string Output)> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', lines) + rest);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await InterruptAsync();
        process.Dispose();
        Http.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string? line)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pipeline.Local.dll");
        var start = line is null
            ? new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
            : new ProcessStartInfo(
                "bash", ["-c", line.Replace("RUN", "dotnet exec \"$0\" \"$@\"", StringComparison.Ordinal), program, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment.Remove("AzureWebJobsStorage");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"read\s+(?<url>http://\S+)/api/articles")]
    private static partial Regex ReadLine();
}
