using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Pipeline.Tests.House;

/// <summary>The C# files of <c>src</c> and <c>tests</c> as they lie in the repository, for rules that the compiler does not know.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with slashes; nothing that a build wrote.</summary>
    public static IReadOnlyList<string> ListFiles(params string[] folders) =>
        [.. folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !BuildOutput().IsMatch(file))
            .Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The code alone: a type named in a comment is not used.</summary>
    public static string ReadCode(string file) => Comment().Replace(Read(file), "");

    private static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(thisFile, "../../../.."));

    [GeneratedRegex("(^|/)(bin|obj)/")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
