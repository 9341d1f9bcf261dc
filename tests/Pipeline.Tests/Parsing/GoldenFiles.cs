using System.Runtime.CompilerServices;
using Pipeline.Parsing;

namespace Pipeline.Tests.Parsing;

/// <summary>
/// Every input under <c>Parsing/Golden/</c> stands beside <c>&lt;input&gt;.expected.json</c>, what the parser must make of it.
/// <c>UPDATE_GOLDEN=1 dotnet test</c> writes the expectations anew: read the difference before it is committed.
/// </summary>
public class GoldenFiles
{
    private const string Expected = ".expected.json";

    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Parsing", "Golden");

    private static bool Updates => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Inputs =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(Expected, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_is_read_as_expected(string input)
    {
        var actual = GoldenJson.Of(new FileParser(new ParsingSettings()).Parse(Read(input)));
        if (Updates)
            File.WriteAllText(InSources(input) + Expected, actual);
        var expectation = Path.Combine(Updates ? InSources("") : Root, input + Expected);
        Assert.True(File.Exists(expectation), $"{input} has no expectation: UPDATE_GOLDEN=1 writes it");
        Assert.Equal(File.ReadAllText(expectation).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>An input as a dropped file of the source <c>golden</c>, with nothing declared about it.</summary>
    internal static DroppedFile Read(string input) => new($"golden/{input}", File.ReadAllBytes(Path.Combine(Root, input)));

    private static string InSources(string input, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden", input);
}
