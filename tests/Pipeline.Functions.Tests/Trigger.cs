using System.Reflection;
using System.Text.RegularExpressions;

namespace Pipeline.Functions.Tests;

/// <summary>A trigger method as it is written: its function, its parameters with their attributes, and its body.</summary>
/// <param name="Name">The name in <c>[Function(nameof(…))]</c>, its last part.</param>
/// <param name="Parameters">Everything between the method's parentheses.</param>
/// <param name="Body">What follows them, up to the next member.</param>
internal sealed partial record Trigger(string Name, string Method, string Parameters, string Body)
{
    public static string Folder { get; } = typeof(Trigger).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "FunctionsFolder").Value!;

    public static IReadOnlyList<Trigger> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "Triggers"), "*.cs").Order(StringComparer.Ordinal).SelectMany(In)];

    private static IEnumerable<Trigger> In(string file) =>
        from match in Written().Matches(File.ReadAllText(file))
        let groups = match.Groups
        select new Trigger(groups["name"].Value, groups["method"].Value, groups["parameters"].Value, groups["body"].Value.Trim());

    [GeneratedRegex(
        @"\[Function\(nameof\((?:\w+\.)?(?<name>\w+)\)\)\]\s+public \w+ (?<method>\w+)\((?<parameters>.*?)\)(?<body>\s*(?:=>"
            + @"|\{).*?)(?=\n\s*\n|\n\}\s*$)",
        RegexOptions.Singleline)]
    private static partial Regex Written();
}
