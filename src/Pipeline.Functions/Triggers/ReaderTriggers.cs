using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>What carries no news: the reader page and its files, health, the description of the endpoint.</summary>
public sealed class ReaderTriggers(PipelineApi api)
{
    // The host takes an empty route for none and uses the function's name; a parameter that must be empty means the root.
    private const string Root = "{root:maxlength(0)?}";

    [Function(nameof(RouteTemplates.Reader))]
    public IResult Reader([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Reader));

    [Function(nameof(RouteTemplates.ReaderFile))]
    public IResult ReaderFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.ReaderFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReaderFile));

    [Function(nameof(RouteTemplates.Health))]
    public IResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.Health)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Health));

    [Function(nameof(RouteTemplates.OpenApi))]
    public IResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.OpenApi)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.OpenApi));
}
