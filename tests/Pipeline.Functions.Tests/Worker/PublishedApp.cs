using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pipeline.Functions.Tests.Worker;

/// <summary>The app as it is deployed, published once for all tests that look at it; not there on a feed that lacks the worker's
/// libraries.</summary>
public sealed partial class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-app-");

    /// <summary>False where a package is not to be had, so that there is nothing to look at; one line of the run says which.</summary>
    public bool IsThere { get; private set; }

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
        IsThere = publish.ExitCode == 0;
        var missing = MissingPackage().Matches(output).Select(match => match.Groups["package"].Value).Distinct().Order(
            StringComparer.Ordinal).ToList();
        Assert.True(IsThere || missing.Count > 0, output);
        if (!IsThere)
            TestContext.Current.SendDiagnosticMessage(
                $"The app was not looked at: it cannot be built here, as the feed lacks {string.Join(", ", missing)}.");
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"NU110[12]: Unable to find (?:a stable )?package (?<package>[\w.]+\w)")]
    private static partial Regex MissingPackage();
}

/// <summary>Tests that share the one published app.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedAppCollection : ICollectionFixture<PublishedApp>
{
    public const string Name = "The published app";
}
