using System.Text.Json.Nodes;

namespace Pipeline.Functions.Tests;

/// <summary>What the build told the host, where the app was built.</summary>
public sealed class MetadataTests
{
    private static readonly string File = Path.Combine(Trigger.Folder, "bin", "Release", "net10.0", "linux-x64", "functions.metadata");

    [Fact]
    public void The_host_is_told_of_every_trigger() =>
        Assert.Equal(Trigger.All.Select(trigger => trigger.Name).Order(), Functions().Select(function => (string)function["name"]!).Order());

    [Fact]
    public void The_host_is_told_of_the_Event_Grid_source_and_of_bytes()
    {
        var functions = Functions();
        var blob = Binding(functions, "ParseFile");
        Assert.Equal("EventGrid", (string?)blob["source"]);
        Assert.Equal("incoming/{name}", (string?)blob["path"]);
        Assert.Equal("PipelineStorage", (string?)blob["connection"]);
        var queue = Binding(functions, "EnrichEntry");
        Assert.Equal("enrich", (string?)queue["queueName"]);
        Assert.Equal("PipelineStorage", (string?)queue["connection"]);
        Assert.Equal("Binary", (string?)queue["dataType"]);
    }

    [Fact]
    public void The_host_is_told_when_each_timer_is_due()
    {
        var functions = Functions();
        Assert.All(Trigger.All.Where(trigger => trigger.Parameters.Contains("TimerTrigger", StringComparison.Ordinal)), trigger =>
        {
            var timer = Binding(functions, trigger.Name);
            Assert.Equal("timerTrigger", (string?)timer["type"]);
            Assert.StartsWith($"[TimerTrigger(\"{timer["schedule"]}\")]", trigger.Parameters, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_host_is_told_of_every_route_and_who_may_call_it()
    {
        var functions = Functions();
        Assert.All(TriggerTests.Mapped, route =>
        {
            var http = Binding(functions, route.Name);
            Assert.Equal(route.Template, (string?)http["route"]);
            Assert.Equal(TriggerTests.MethodsOf(route), (http["methods"]?.AsArray() ?? []).Select(method => (string)method!));
            Assert.Equal(TriggerTests.LevelOf(route.Access), (string?)http["authLevel"]);
        });
    }

    private static JsonNode Binding(IEnumerable<JsonNode> functions, string name) =>
        functions.Single(function => (string?)function["name"] == name)["bindings"]!.AsArray()[0]!;

    private static List<JsonNode> Functions()
    {
        Assert.SkipUnless(System.IO.File.Exists(File), "The app was not built in Release here: its packages are not on every feed.");
        return [.. JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsArray().Select(function => function!)];
    }
}
