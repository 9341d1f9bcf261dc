using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Articles;

/// <summary>Articles, their revisions and the log.</summary>
internal static class ArticleRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<ArticleHandlers>(nameof(RouteTemplates.ListArticles), RouteTemplates.ListArticles, handlers => handlers.ListAsync) with
        {
            Summary = "A page of articles, newest first; with `since` the same poll as /api/changes, with `url`, `sourceId` or `ids` "
                + "those that are meant.",
            Parameters = [
                Parameters.Q, .. Parameters.Filters, Parameters.Include, Parameters.Fields, Parameters.Sort, Parameters.Limit,
                Parameters.Count, Parameters.Cursor,
                Parameters.Since, Parameters.Wait, Parameters.Url, Parameters.SourceId, Parameters.Ids],
            Answer = Json<ArticlesPage>("The page: `items` and `next`; with `since` a poll's answer: `changes`, `next` and `more`."),
            Problems = [ForgedCursor, ForeignCursor, ChangedFilter, StaleCursor],
        },
        Get<ArticleHandlers>(nameof(RouteTemplates.GetArticle), RouteTemplates.GetArticle, handlers => handlers.GetAsync) with
        {
            Summary = "One article, whole, with where each fact came from.",
            Answer = Json<PlacedArticle>("The article with its `state` and `clusterId`. Of a withdrawn one only the notice is left."),
            Problems = [NotFound],
        },
        Get<RevisionHandlers>(nameof(RouteTemplates.ListRevisions), RouteTemplates.ListRevisions, handlers => handlers.ListAsync) with
        {
            Summary = "Every revision of an article, newest first.",
            Answer = Json<PageResponse<RevisionResponse>>("The revisions."),
            Problems = [NotFound],
        },
        Get<RevisionHandlers>(nameof(RouteTemplates.GetRevision), RouteTemplates.GetRevision, handlers => handlers.GetAsync) with
        {
            Summary = "An article as one revision had it.",
            Answer = Json<PlacedArticle>("The article with its current `state` and `clusterId`."),
            Problems = [NotFound],
        },
        Get<RevisionHandlers>(nameof(RouteTemplates.GetDifference), RouteTemplates.GetDifference, handlers => handlers.CompareAsync) with
        {
            Summary = "How two revisions differ, or with `with` how two articles do.",
            Parameters = [Parameters.From, Parameters.To, Parameters.With],
            Answer = Json<DifferenceResponse>("The difference."),
            Problems = [NotFound],
        },
        Get<ChangeHandlers>(nameof(RouteTemplates.ListChanges), RouteTemplates.ListChanges, handlers => handlers.ListAsync) with
        {
            Summary = "What is new since a cursor, in order of commitment: nothing is missed and nothing comes twice.",
            Tag = "Changes",
            Parameters = [Parameters.Since, Parameters.Wait, Parameters.Fields, Parameters.Limit, .. Parameters.Filters],
            Answer = Json<ChangesPage>("The changes and the cursor to poll with next."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
        Get<StreamHandlers>(nameof(RouteTemplates.StreamChanges), RouteTemplates.StreamChanges, handlers => handlers.StreamAsync) with
        {
            Summary = "What is new as server-sent events, one for each change, in order. The `id` of an event is its cursor: a client that "
                + "is cut off, or comes to the end of an answer, comes back with it as `Last-Event-ID` (which counts before `since`), as "
                + "EventSource does by itself, and misses nothing.",
            Tag = "Changes",
            Parameters = [Parameters.Since, Parameters.Fields, .. Parameters.Filters],
            Answer = new("Events, whose `data` is a line of the log.", EventStream.MediaType),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
    ];
}
