using System.Diagnostics;

namespace Pipeline.Http.Tests.Changes;

public sealed class PollProofTests
{
    /// <summary>The proof that <c>Pipeline.Benchmarks -- poll</c> makes at full size, small enough for every run.</summary>
    [Fact]
    public async Task Gives_every_commit_exactly_once_while_writers_are_killed_and_hang()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pipeline.Benchmarks.dll");
        string[] arguments = ["exec", program, "poll", "--articles", "150", "--writers", "2", "--kills", "1"];
        using var proof = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;

        var output = await proof.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await proof.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(proof.ExitCode == 0, output);
    }
}
