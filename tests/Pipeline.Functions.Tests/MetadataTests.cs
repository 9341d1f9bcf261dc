using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Fetching;
using Pipeline.Functions.Tests.Worker;
using Pipeline.Http;
using Pipeline.Http.Settings;
using Pipeline.Storage;
using Pipeline.Storage.Account;
using Pipeline.Storage.Timers;

namespace Pipeline.Functions.Tests;

/// <summary>What the build tells the host.</summary>
[Collection(PublishedAppCollection.Name)]
public sealed class MetadataTests(PublishedApp app)
{
    private IReadOnlyList<JsonNode> Functions =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(app.Folder, "functions.metadata")))!.AsArray().Select(function => function!)];

    [Fact]
    public void The_host_is_told_of_every_trigger() =>
        Assert.Equal(Trigger.All.Select(trigger => trigger.Name).Order(), Functions.Select(function => (string)function["name"]!).Order());

    [Fact]
    public void The_host_is_told_of_the_Event_Grid_source_and_of_bytes()
    {
        var blob = Binding("ParseFile");
        Assert.Equal("EventGrid", (string?)blob["source"]);
        Assert.Equal("incoming/{name}", (string?)blob["path"]);
        Assert.Equal("PipelineStorage", (string?)blob["connection"]);
        var queue = Binding("EnrichEntry");
        Assert.Equal("enrich", (string?)queue["queueName"]);
        Assert.Equal("PipelineStorage", (string?)queue["connection"]);
        Assert.Equal("Binary", (string?)queue["dataType"]);
    }

    [Fact]
    public void The_host_is_told_when_each_timer_is_due()
    {
        using var services = new ServiceCollection()
            .AddPipelineStages(new PipelineSettings())
            .AddPipelineFetching()
            .AddPipelineStorage(new StorageSettings { ConnectionString = "UseDevelopmentStorage=true" })
            .AddPipelineHttp(new PipelineHttpSettings())
            .BuildServiceProvider();
        var timers = services.GetRequiredService<MaintenanceTimers>().All;

        Assert.Equal(
            timers.ToDictionary(timer => timer.Name, timer => timer.Schedule),
            Functions.SelectMany(function => function["bindings"]!.AsArray().Select(binding => (function, binding)))
                .Where(pair => (string?)pair.binding!["type"] == "timerTrigger")
                .ToDictionary(pair => (string)pair.function["name"]!, pair => (string)pair.binding!["schedule"]!));
    }

    [Fact]
    public void The_host_is_told_of_every_route_and_who_may_call_it()
    {
        Assert.All(TriggerTests.Mapped, route =>
        {
            var http = Binding(route.Name);
            Assert.Equal(route.Template, (string?)http["route"]);
            Assert.Equal(TriggerTests.MethodsOf(route), (http["methods"]?.AsArray() ?? []).Select(method => (string)method!));
            Assert.Equal(TriggerTests.LevelOf(route.Access), (string?)http["authLevel"]);
        });
    }

    private JsonNode Binding(string name) =>
        Functions.Single(function => (string?)function["name"] == name)["bindings"]!.AsArray()[0]!;
}
