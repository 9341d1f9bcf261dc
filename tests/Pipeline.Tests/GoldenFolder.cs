using System.Runtime.CompilerServices;

namespace Pipeline.Tests;

/// <summary>
/// A folder <c>Golden</c> in which every input stands beside <c>&lt;input&gt;.expected.json</c>. <c>UPDATE_GOLDEN=1 dotnet test</c>
/// writes the expectations anew: read the difference before it is committed.
/// </summary>
internal sealed class GoldenFolder
{
    private const string Expected = ".expected.json";

    private readonly string root;
    private readonly string sources;

    /// <param name="room">The folder of the tests that own it: <c>Parsing</c>.</param>
    /// <param name="thisFile">Not to be given.</param>
    public GoldenFolder(string room, [CallerFilePath] string thisFile = "")
    {
        root = Path.Combine(AppContext.BaseDirectory, room, "Golden");
        sources = Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden");
    }

    public TheoryData<string> Inputs =>
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(Expected, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public byte[] Read(string input) => File.ReadAllBytes(Path.Combine(root, input));

    /// <summary>Fails where the expectation is missing or another.</summary>
    public void Verify(string input, string actual)
    {
        var updates = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
        if (updates)
            File.WriteAllText(Path.Combine(sources, input) + Expected, actual);
        var expectation = Path.Combine(updates ? sources : root, input) + Expected;
        Assert.True(File.Exists(expectation), $"{input} has no expectation: UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(expectation).ReplaceLineEndings("\n"), actual);
    }
}
