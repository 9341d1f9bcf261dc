using Pipeline.Local.Tests;

[assembly: AssemblyFixture(typeof(RunningPipeline))]

namespace Pipeline.Local.Tests;

/// <summary>One Pipeline.Local with the bundled samples, shared by the tests that only add to it.</summary>
public sealed class RunningPipeline : IAsyncLifetime
{
    private static readonly Dictionary<string, string> LowLimit = new() { ["Pipeline__Parsing__Limits__FileBytes"] = "100000" };

    private LocalProcess? local;

    internal TemporaryFolder Folder { get; } = new();

    internal LocalProcess Local => local!;

    internal string Data => Folder["data"];

    public async ValueTask InitializeAsync() => local = await LocalProcess.StartAsync(Data, LowLimit);

    public async ValueTask DisposeAsync()
    {
        if (local is not null)
            await local.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Drops files as a person does, into this pipeline.</summary>
    internal Task<(int ExitCode, string Output, string Errors)> DropAsync(params string[] arguments) =>
        LocalProcess.RunAsync(["drop", "--data", Data, .. arguments]);
}
