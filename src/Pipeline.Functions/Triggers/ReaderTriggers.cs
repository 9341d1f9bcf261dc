using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>What carries no news: the reader page and its files, health and repair, the description of the endpoint, and what is not
/// there.</summary>
public sealed class ReaderTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.Reader))]
    public IResult Reader([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.Reader)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Reader));

    [Function(nameof(RouteTemplates.ReaderFile))]
    public IResult ReaderFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.ReaderFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReaderFile));

    [Function(nameof(RouteTemplates.Health))]
    public IResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.Health)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Health));

    [Function(nameof(RouteTemplates.Repair))]
    public IResult Repair([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.Repair)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Repair));

    [Function(nameof(RouteTemplates.OpenApi))]
    public IResult OpenApi(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.OpenApi)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.OpenApi));

    // Every method, preflights among them.
    [Function(nameof(RouteTemplates.Unknown))]
    public IResult Unknown([HttpTrigger(AuthorizationLevel.Anonymous, Route = RouteTemplates.Unknown)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.Unknown));
}
