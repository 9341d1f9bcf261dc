using System.Text.RegularExpressions;
using Pipeline.Storage.Account;

namespace Pipeline.Http.Tests;

/// <summary>The architecture page names what there is, and nothing else.</summary>
public partial class MapTests
{
    private static readonly string Map = File.ReadAllText(FindMap());

    [Fact]
    public void Every_table_is_on_the_map_and_every_table_of_the_map_exists() => Assert.Equal(
        TableNames.All.Order(StringComparer.Ordinal),
        FirstColumn().Matches(ReadSection("Tables")).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_is_on_the_map_and_every_route_of_the_map_exists() => Assert.Equal(
        PipelineRoutes.All.Select(route => Constraint().Replace(route.Template, "{$1}")).Where(template => template != "{root}")
            .Distinct().Order(StringComparer.Ordinal),
        Route().Matches(ReadSection("Routes")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    private static string ReadSection(string heading)
    {
        var start = Map.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The map has no section {heading}");
        var end = Map.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return Map[start..end];
    }

    private static string FindMap([System.Runtime.CompilerServices.CallerFilePath] string thisFile = "") =>
        Path.Combine(thisFile, "../../../src/README.md");

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("`((?:api|reader)/[^`]*)`")]
    private static partial Regex Route();
}
