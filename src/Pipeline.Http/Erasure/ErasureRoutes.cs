using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Erasure;

/// <summary>Erasure.</summary>
internal static class ErasureRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Delete<ErasureHandlers>(nameof(RouteTemplates.EraseArticle), RouteTemplates.EraseArticle, handlers => handlers.EraseAsync) with
        {
            Summary = "Erases an article for good. Those who poll see that it was withdrawn, and it stays away when its file comes again.",
            Parameters = [Parameters.Files],
            Answer = Json<ErasureResponse>("What was erased."),
            Problems = [NotFound],
        },
        Delete<ErasureHandlers>(nameof(RouteTemplates.EraseArticles), RouteTemplates.EraseArticles, handlers => handlers.EraseFoundAsync)
            with
            {
                Summary = "Erases the article at an address, or those of a source, some of them at each request.",
                Parameters = [Parameters.SingleSource, Parameters.Url, Parameters.Files],
                Answer = Json<ErasureResponse>("What was erased, and whether there is more."),
            },
    ];
}
