using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Figures over what is stored.</summary>
public sealed class StatisticsTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListSources))]
    public IResult ListSources(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListSources)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListSources));

    [Function(nameof(RouteTemplates.ListKeywords))]
    public IResult ListKeywords(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListKeywords)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListKeywords));

    [Function(nameof(RouteTemplates.GetStats))]
    public IResult GetStats(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetStats)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetStats));
}
