using System.Diagnostics;

namespace Pipeline.Benchmarks.Race;

/// <summary>
/// A worker in a process of its own. It says when it is ready and starts at a line on its standard input; that stream's end, as when
/// this process dies, stops it.
/// </summary>
internal sealed class RaceProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private RaceProcess(Process process) => (this.process, errors) = (process, process.StandardError.ReadToEndAsync());

    public static RaceProcess Start(string connection, string prefix)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["exec", typeof(RaceProcess).Assembly.Location, RaceCommand.Name, RaceCommand.WorkerName, prefix])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Not an argument: those are shown to every user of the machine.
        start.Environment[RaceCommand.ConnectionVariable] = connection;
        return new RaceProcess(Process.Start(start)!);
    }

    public async Task ReadyAsync(CancellationToken cancellationToken) => await ReadLineAsync(cancellationToken);

    public void Go() => process.StandardInput.WriteLine();

    /// <summary>How many entries it took.</summary>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        var taken = int.Parse(await ReadLineAsync(cancellationToken), provider: null);
        await process.WaitForExitAsync(cancellationToken);
        return taken;
    }

    /// <summary>The other side.</summary>
    public static async Task<int> ServeAsync(string connection, string prefix, CancellationToken cancellationToken)
    {
        await using var pipeline = PipelineInstance.Start(connection, prefix);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Not Console.In, whose asynchronous reads block.
        using var input = new StreamReader(Console.OpenStandardInput());
        Console.WriteLine("ready");
        await input.ReadLineAsync(cancellationToken);
        _ = input.ReadToEndAsync(CancellationToken.None).ContinueWith(_ => stopping.CancelAsync(), TaskScheduler.Default);
        Console.WriteLine(await new RaceWorker(pipeline).RunAsync(stopping.Token));
        return 0;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException($"A worker ended early:\n{await errors}");
}
