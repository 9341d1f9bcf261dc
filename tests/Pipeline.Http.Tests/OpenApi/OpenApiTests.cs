using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Routing;
using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests.OpenApi;

[Collection(nameof(ReadingTests))]
public sealed class OpenApiTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describes_every_mapped_route_and_no_other()
    {
        var described = (await PathsAsync()).SelectMany(
            path => path.Value.EnumerateObject().Select(operation => operation.Value.GetProperty("operationId").GetString()));
        var mapped = shared.Room.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).OfType<string>();

        Assert.Equal(mapped.Order(), described.Order());
    }

    [Fact]
    public void Has_a_template_for_every_route_and_a_route_for_every_template() =>
        Assert.Equal(
            typeof(RouteTemplates).GetFields().Select(field => (field.Name, field.GetRawConstantValue())).Order(),
            PipelineRoutes.All.Append(PipelineRoutes.Unknown).Select(route => (route.Name, (object?)route.Template)).Order());

    /// <summary>A parameter that is described is read: nonsense for it is refused under its name, and a name that is not described is
    /// unknown.</summary>
    [Fact]
    public async Task Describes_exactly_the_parameters_that_are_read()
    {
        foreach (var (path, operation) in await ReadsAsync())
        {
            foreach (var parameter in Parameters(operation, "query").Append("undescribed"))
            {
                var problem = await ProblemOfAsync($"{Filled(path)}?{parameter}=%00");
                var expected = parameter == "undescribed" ? "unknown-parameter" : "bad-parameter";
                Assert.Equal((path, $"urn:pipeline:problem:{expected}", parameter), (path, problem.GetProperty("type").GetString(),
                    problem.GetProperty("parameter").GetString()));
            }
        }
    }

    [Fact]
    public async Task Answers_with_a_status_media_type_and_shape_that_it_describes()
    {
        var schemas = (await shared.Room.GetAsync("/api/openapi.json", Stop)).GetProperty("components").GetProperty("schemas");
        foreach (var (path, operation) in await ReadsAsync())
        {
            var address = Filled(path).Replace(
                "/aaaaaaaaaaaaaaaaaaaaaaaaaa", $"/{await shared.Room.FirstIdAsync("source=coast", Stop)}", StringComparison.Ordinal);
            var token = (await shared.Room.GetAsync("/api/feed-token", Stop)).GetProperty("token").GetString();
            address = address.Replace("{token}", token, StringComparison.Ordinal);
            using var response = await shared.Room.Client.GetAsync(address, Stop);
            var described = operation.GetProperty("responses").GetProperty(((int)response.StatusCode).ToString(provider: null));
            var content = described.GetProperty("content").EnumerateObject().Single();
            Assert.True((int)response.StatusCode == 200, $"{address}: {response.StatusCode}");
            Assert.True(content.Name == "*/*" || content.Name == response.Content.Headers.ContentType?.MediaType, address);
            if (content.Name.EndsWith("json", StringComparison.Ordinal) && content.Value.TryGetProperty("schema", out var schema))
                SchemaAssert.Fits(schema, schemas, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement, address);
        }
    }

    [Fact]
    public async Task Points_to_components_and_describes_what_the_code_describes()
    {
        var schemas = (await shared.Room.GetAsync("/api/openapi.json", Stop)).GetProperty("components").GetProperty("schemas");
        var properties = schemas.EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject()).ToList();

        Assert.DoesNotContain(properties, property => property.Value.TryGetProperty("properties", out _));
        Assert.Contains(
            "At most 300 characters", schemas.GetProperty("PlacedArticle").GetProperty("properties").GetProperty("excerpt")
                .GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("integer", schemas.GetProperty("PlacedArticle").GetProperty("properties").GetProperty("wordCount").GetProperty("type")
            .GetString());
        Assert.Equal(["id", "state"], schemas.GetProperty("ListedArticle").GetProperty("required").EnumerateArray().Select(
            name => name.GetString()));
        Assert.False(schemas.TryGetProperty("FileResponse", out _), "NSwag's own class has this name.");
    }

    private static string Filled(string path) => path
        .Replace("{id}", "aaaaaaaaaaaaaaaaaaaaaaaaaa", StringComparison.Ordinal)
        .Replace("{revision}", "1", StringComparison.Ordinal)
        .Replace("{path}", "coast/harbour.md", StringComparison.Ordinal)
        .Replace("{file}", "reader.js", StringComparison.Ordinal);

    private static IEnumerable<string> Parameters(JsonElement operation, string place) =>
        operation.GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == place).Select(
                parameter => parameter.GetProperty("name").GetString()!);

    private async Task<JsonElement> ProblemOfAsync(string address)
    {
        using var response = await shared.Room.Client.GetAsync(address, Stop);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
    }

    private async Task<IEnumerable<(string Path, JsonElement Operation)>> ReadsAsync() =>
        (await PathsAsync()).Where(path => path.Value.TryGetProperty("get", out _)).Select(
            path => (path.Name, path.Value.GetProperty("get")));

    private async Task<IEnumerable<JsonProperty>> PathsAsync() =>
        (await shared.Room.GetAsync("/api/openapi.json", Stop)).GetProperty("paths").EnumerateObject();
}
