using Microsoft.AspNetCore.Http;
using Pipeline.Http.Articles;
using Pipeline.Http.Clusters;
using Pipeline.Http.Erasure;
using Pipeline.Http.Feeds;
using Pipeline.Http.Files;
using Pipeline.Http.Problems;
using Pipeline.Http.Reader;
using Pipeline.Http.Routing;
using Pipeline.Http.Statistics;
using Pipeline.Http.Subscriptions;

namespace Pipeline.Http;

/// <summary>The one table of routes: Local maps it, each trigger of the Functions app bears a name of it, OpenAPI describes it.</summary>
public static class PipelineRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
        [.. PageRoutes.All, .. ArticleRoutes.All, .. ErasureRoutes.All, .. ClusterRoutes.All, .. FeedRoutes.All, .. FileRoutes.All,
            .. StatisticsRoutes.All, .. SubscriptionRoutes.All];

    /// <summary>Answers what no route has, whatever its method; preflights come here too, and the CORS middleware answers before the
    /// handler.</summary>
    public static readonly PipelineRoute Unknown = new(
        nameof(RouteTemplates.Unknown), HttpMethods.Get, RouteTemplates.Unknown, Access.Anyone,
        _ => (_, _) =>
            Task.FromResult(ProblemTypes.NotFound.WithDetail("No route has this path and method; /api/openapi.json lists them.")))
    {
        ChecksParameters = false,
    };
}
