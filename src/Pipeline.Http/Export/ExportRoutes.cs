using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Export;

/// <summary>Articles in bulk.</summary>
internal static class ExportRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<ExportHandlers>(nameof(RouteTemplates.ExportArticles), RouteTemplates.ExportArticles, handlers => handlers.ExportAsync) with
        {
            Summary = "Every article that the filters let through, whole or with the fields asked for, as JSON Lines; with `since` the "
                + "lines of the log behind it instead. Each line has a `cursor`: an export that breaks off goes on behind the last line "
                + "that came.",
            Parameters =
            [
                .. Parameters.Filters, Parameters.Include, Parameters.Fields, Parameters.Sort, Parameters.Cursor, Parameters.SinceOrOldest,
            ],
            Answer = new("Lines `{ cursor, article }`; with `since` also `sequence`, `kind` and `at`.", JsonLines.MediaType),
            Problems = [ForgedCursor, ForeignCursor, ChangedFilter, StaleCursor],
        },
    ];
}
