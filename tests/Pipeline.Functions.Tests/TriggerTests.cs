using System.Text.RegularExpressions;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Tests;

public sealed partial class TriggerTests
{
    public static TheoryData<string> Names => [.. Trigger.All.Select(trigger => trigger.Name)];

    public static TheoryData<string> Routes => [.. Mapped.Select(route => route.Name)];

    /// <summary>What Local maps.</summary>
    internal static IEnumerable<PipelineRoute> Mapped => PipelineRoutes.All.Append(PipelineRoutes.Unknown);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_trigger_only_delegates(string name)
    {
        var trigger = Find(name);
        Assert.Equal(name, trigger.Method);
        Assert.Matches(OneCall(), trigger.Body);
    }

    [Fact]
    public void No_function_is_written_in_a_way_that_these_tests_overlook()
    {
        var written = Directory.EnumerateFiles(Trigger.Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Sum(file => Regex.Count(File.ReadAllText(file), @"\[Function\("));
        Assert.Equal(written, Trigger.All.Count);
    }

    [Fact]
    public void Functions_exposes_the_routes_that_Local_maps() =>
        Assert.Equal(
            Mapped.Select(route => route.Name).Order(),
            Trigger.All.Where(trigger => trigger.Parameters.Contains("HttpTrigger", StringComparison.Ordinal)).Select(
                trigger => trigger.Name).Order());

    [Theory]
    [MemberData(nameof(Routes))]
    public void A_route_has_its_template_methods_and_access(string name)
    {
        var route = Mapped.Single(route => route.Name == name);
        var trigger = Find(name);
        Assert.Contains($"Route = RouteTemplates.{name})", trigger.Parameters, StringComparison.Ordinal);
        Assert.Equal(MethodsOf(route), Quoted().Matches(trigger.Parameters).Select(match => match.Groups[1].Value));
        Assert.Contains($"AuthorizationLevel.{LevelOf(route.Access)},", trigger.Parameters, StringComparison.Ordinal);
        Assert.Equal($"=>\n        api.Answer(nameof(RouteTemplates.{name}));", trigger.Body);
    }

    [Fact]
    public void Files_are_announced_by_Event_Grid_and_read_by_the_stage()
    {
        var parse = Find("ParseFile").Parameters;
        Assert.Contains(
            "BlobTrigger(\"incoming/{name}\", Source = BlobTriggerSource.EventGrid, Connection = AppSettings.DataConnection)", parse,
            StringComparison.Ordinal);
        Assert.Contains("BlobClient", parse, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_bound_as_bytes_since_text_would_not_survive() =>
        Assert.Contains(
            "[QueueTrigger(\"enrich\", Connection = AppSettings.DataConnection)] byte[]", Find("EnrichEntry").Parameters,
            StringComparison.Ordinal);

    private static Trigger Find(string name) => Assert.Single(Trigger.All, trigger => trigger.Name == name);

    /// <summary>The methods that the host is told of; none where every method is meant.</summary>
    internal static IEnumerable<string> MethodsOf(PipelineRoute route) =>
        route == PipelineRoutes.Unknown ? [] : route.Methods.Select(method => method.ToLowerInvariant());

    internal static string LevelOf(Access access) => access switch
    {
        Access.Anyone => "Anonymous",
        Access.Reader => "Function",
        _ => "Admin",
    };

    // One expression, one call, no operator and no condition.
    [GeneratedRegex(@"^=>\s+\w+\.\w+\([^?:;]*\);$")]
    private static partial Regex OneCall();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Quoted();
}
