using System.Diagnostics;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>The race of Pipeline.Benchmarks at a size for every run of the tests: real processes, copies in several markups and
/// lengths.</summary>
public sealed class RaceTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task Copies_that_race_through_several_processes_end_as_one_cluster_each()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Pipeline.Benchmarks.dll");
        string[] arguments = [
            "exec", program, "race", "--processes", "3", "--stories", "20", "--copies", "4", "--connection", emulator.ConnectionString];
        using var race =
            Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = race.StandardError.ReadToEndAsync(TestPipeline.Token);
        var output = await race.StandardOutput.ReadToEndAsync(TestPipeline.Token);
        await race.WaitForExitAsync(TestPipeline.Token);

        Assert.True(race.ExitCode == 0, output + await errors);
        Assert.Contains("20 clusters, 80 articles", output, StringComparison.Ordinal);
    }
}
