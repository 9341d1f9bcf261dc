using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Pipeline.Infra.Tests.CompiledTemplates))]

namespace Pipeline.Infra.Tests;

/// <summary>Both templates, compiled once, with the resources of every module laid out flat.</summary>
public sealed class CompiledTemplates : IAsyncLifetime
{
    public JsonObject Main { get; private set; } = [];

    public JsonObject Events { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Main = await Bicep.CompileAsync("main.bicep");
        Events = await Bicep.CompileAsync("events.bicep");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What either template creates of a type, modules included; references to what exists left out.</summary>
    public IEnumerable<JsonObject> OfType(string type) =>
        Resources(Main).Concat(Resources(Events)).Where(resource => (string?)resource["type"] == type);

    public JsonObject Only(string type) => Assert.Single(OfType(type));

    /// <summary>The template of a module of main, by its name there.</summary>
    public JsonObject Module(string name) => Main["resources"]![name]!["properties"]!["template"]!.AsObject();

    private static IEnumerable<JsonObject> Resources(JsonObject template) =>
        from resource in All(template["resources"])
        where resource["existing"] is null
        from found in Inner(resource) is { } inner ? Resources(inner).Prepend(resource) : [resource]
        select found;

    private static JsonObject? Inner(JsonObject resource) =>
        resource["properties"] is JsonObject properties ? properties["template"]?.AsObject() : null;

    private static IEnumerable<JsonObject> All(JsonNode? resources) => resources switch
    {
        JsonObject named => named.Select(pair => pair.Value!.AsObject()),
        JsonArray listed => listed.Select(item => item!.AsObject()),
        _ => [],
    };
}
