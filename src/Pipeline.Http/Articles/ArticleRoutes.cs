using Pipeline.Articles;
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
            Summary = "A page of articles, newest first; with `since` the same poll as /api/changes, with `url` or `sourceId` the one "
                + "that is meant.",
            Parameters = [
                .. Parameters.Filters, Parameters.Include, Parameters.Fields, Parameters.Limit, Parameters.Cursor, Parameters.Since,
                Parameters.Wait, Parameters.Url, Parameters.SourceId],
            Answer = Json<PageResponse<ArticleSummary>>("The page; a poll's answer where `since` is stated."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
        Get<ArticleHandlers>(nameof(RouteTemplates.GetArticle), RouteTemplates.GetArticle, handlers => handlers.GetAsync) with
        {
            Summary = "One article, whole, with where each fact came from.",
            Answer = Json<Article>("The article with its `state` and `clusterId`. Of a withdrawn one only the notice is left.")
                with { Beside = typeof(ArticlePlace) },
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
            Answer = Json<Article>("The article with its current `state` and `clusterId`.") with { Beside = typeof(ArticlePlace) },
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
            Parameters = [Parameters.Since, Parameters.Wait, Parameters.Limit, .. Parameters.Filters],
            Answer = Json<ChangesResponse>("The changes and the cursor to poll with next."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
    ];
}
