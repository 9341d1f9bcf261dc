using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Statistics;

/// <summary>Figures over what came in lately.</summary>
internal static class StatisticsRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<StatisticsHandlers>(nameof(RouteTemplates.ListSources), RouteTemplates.ListSources, handlers => handlers.ListSourcesAsync) with
        {
            Summary = "How each source did in the last week: files, errors, lag, and whether it has gone quiet; and the feeds that are "
                + "followed, with their last success, last error and next fetch.",
            Answer = Json<SourcesResponse>("The sources, by name, and the time that is counted."),
        },
        Get<StatisticsHandlers>(nameof(RouteTemplates.ListKeywords), RouteTemplates.ListKeywords, handlers => handlers.ListKeywordsAsync)
            with
            {
                Summary = "The keywords of the newest 500 articles, the most frequent first.",
                Parameters = [Parameters.Limit],
                Answer = Json<PageResponse<KeywordResponse>>("The keywords."),
            },
        Get<StatisticsHandlers>(nameof(RouteTemplates.GetStats), RouteTemplates.GetStats, handlers => handlers.GetStatsAsync) with
        {
            Summary = "What came in, by hour and source, in the last 48 hours or as many as asked for.",
            Parameters = [Parameters.Hours],
            Answer = Json<StatsResponse>("The figures."),
        },
    ];
}
