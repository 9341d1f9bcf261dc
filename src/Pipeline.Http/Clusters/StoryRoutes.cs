using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Clusters;

/// <summary>Stories.</summary>
internal static class StoryRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<StoryHandlers>(nameof(RouteTemplates.ListStories), RouteTemplates.ListStories, handlers => handlers.ListAsync) with
        {
            Summary = "Stories, the one that changed last first: who carries each, since when, and the article that stands for it. The "
                + "filters look at that article.",
            Parameters = [.. Parameters.Filters, Parameters.Limit, Parameters.Cursor],
            Answer = Json<PageResponse<StoryResponse>>("The page."),
            Problems = [ForgedCursor, ForeignCursor, ChangedFilter],
        },
    ];
}
