using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Articles;
using Pipeline.Http.Clusters;
using Pipeline.Http.Erasure;
using Pipeline.Http.Export;
using Pipeline.Http.Feeds;
using Pipeline.Http.Files;
using Pipeline.Http.Reader;
using Pipeline.Http.Routing;
using Pipeline.Http.Statistics;
using Pipeline.Http.Subscriptions;
using Pipeline.Http.Webhooks;

namespace Pipeline.Http;

/// <summary>The one table of routes: Local maps it, each trigger of the Functions app bears a name of it, OpenAPI describes it.</summary>
public static class PipelineRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
        [
            .. Tag("Operations", PageRoutes.All), .. Tag("Articles", ArticleRoutes.All), .. Tag("Articles", ErasureRoutes.All),
            .. Tag("Articles", ExportRoutes.All),
            .. Tag("Clusters", ClusterRoutes.All), .. Tag("Clusters", StoryRoutes.All),
            .. Tag("Feeds", FeedRoutes.All), .. Tag("Files", FileRoutes.All),
            .. Tag("Statistics", StatisticsRoutes.All), .. Tag("Subscriptions", SubscriptionRoutes.All),
            .. Tag("Webhooks", WebhookRoutes.All),
        ];

    /// <summary>Answers what no route has, whatever its method; preflights come here too, and the CORS middleware answers before the
    /// handler.</summary>
    public static readonly PipelineRoute Unknown = new(
        nameof(RouteTemplates.Unknown), HttpMethods.Get, RouteTemplates.Unknown, Access.Anyone,
        services => services.GetRequiredService<UnknownPath>().AnswerAsync)
    {
        ChecksParameters = false,
    };

    private static IEnumerable<PipelineRoute> Tag(string tag, IEnumerable<PipelineRoute> routes) =>
        routes.Select(route => route.Tag.Length > 0 ? route : route with { Tag = tag });
}
