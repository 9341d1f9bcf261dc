using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Poll;

/// <summary>A writer in a process of its own, which can be killed, or stopped wherever it is and let go on later.</summary>
internal sealed class WriterProcess(string connection) : IDisposable
{
    private Process process = Start(connection);

    /// <summary>Hands it a file. A file that it dies over is the sweep's.</summary>
    public async Task ParseAsync(string path)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(path);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It was killed meanwhile.
        }
    }

    /// <summary>SIGKILL, and a new one in its place.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = Start(connection);
    }

    /// <summary>A machine that hangs: nothing runs for a while, and then goes on as if nothing had been.</summary>
    public async Task HangAsync(TimeSpan time)
    {
        var id = process.Id;
        Signal("STOP", id);
        await Task.Delay(time);
        Signal("CONT", id);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static void Signal(string name, int id)
    {
        using var kill = Process.Start("kill", [$"-{name}", id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    // It lives for seconds: what the compiler would learn about it first is never used.
    private static Process Start(string connection) => Process.Start(
        new ProcessStartInfo(
            "dotnet", ["exec", typeof(WriterProcess).Assembly.Location, "writer", connection])
        { RedirectStandardInput = true, Environment = { ["DOTNET_TieredPGO"] = "0" } })!;
}
