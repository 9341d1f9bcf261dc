using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Clusters;

/// <summary>Clusters, and an editor’s say in them.</summary>
internal static class ClusterRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<ClusterHandlers>(nameof(RouteTemplates.ListDuplicates), RouteTemplates.ListDuplicates, handlers => handlers.ListDuplicatesAsync)
            with
            {
                Summary = "The other articles of the article's cluster: the rule and figures that put each there, and the passages that "
                    + "it shares with this one, adds and drops.",
                Answer = Json<PageResponse<DuplicateResponse>>("The others."),
                Problems = [NotFound],
            },
        Get<ClusterHandlers>(nameof(RouteTemplates.GetCluster), RouteTemplates.GetCluster, handlers => handlers.GetAsync) with
        {
            Summary = "The articles that carry one story text: who published when, how late, and who credits whom.",
            Answer = Json<ClusterResponse>("The cluster; the id of one that was merged answers with the one that absorbed it."),
            Problems = [NotFound],
        },
        Post<ClusterHandlers>(nameof(RouteTemplates.SplitCluster), RouteTemplates.SplitCluster, handlers => handlers.SplitAsync) with
        {
            Summary = "Takes an article out of a cluster for good.",
            Parameters = [Parameters.Article],
            Answer = Json<ClusterResponse>("The cluster as it is now."),
            Problems = [NotFound, Conflict],
        },
        Post<ClusterHandlers>(nameof(RouteTemplates.MergeCluster), RouteTemplates.MergeCluster, handlers => handlers.MergeAsync) with
        {
            Summary = "Makes two clusters one.",
            Parameters = [Parameters.Other],
            Answer = Json<ClusterResponse>("The cluster as it is now."),
            Problems = [NotFound, Conflict],
        },
    ];
}
