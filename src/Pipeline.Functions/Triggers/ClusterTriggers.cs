using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Clusters, and the two ways to correct one.</summary>
public sealed class ClusterTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListStories))]
    public IResult ListStories(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListStories)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListStories));

    [Function(nameof(RouteTemplates.GetCluster))]
    public IResult GetCluster(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetCluster)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetCluster));

    [Function(nameof(RouteTemplates.SplitCluster))]
    public IResult SplitCluster([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.SplitCluster)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.SplitCluster));

    [Function(nameof(RouteTemplates.MergeCluster))]
    public IResult MergeCluster([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.MergeCluster)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.MergeCluster));
}
