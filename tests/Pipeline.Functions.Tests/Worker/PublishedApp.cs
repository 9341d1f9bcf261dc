using System.Diagnostics;

namespace Pipeline.Functions.Tests.Worker;

/// <summary>The app as it is deployed, published once for all tests that look at it.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-app-");

    public string Folder => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", ["publish", Trigger.Folder, "-c", "Release", "-o", Folder, "--nologo", "--disable-build-servers"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A build of its own, whatever build runs these tests.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var publish = Process.Start(start)!;
        var errors = publish.StandardError.ReadToEndAsync();
        var output = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that share the one published app.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedAppCollection : ICollectionFixture<PublishedApp>
{
    public const string Name = "The published app";
}
