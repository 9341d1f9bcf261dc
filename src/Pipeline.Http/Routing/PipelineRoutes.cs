using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Deduplication;
using Pipeline.Http.Answers;
using Pipeline.Http.Articles;
using Pipeline.Http.Changes;
using Pipeline.Http.Clusters;
using Pipeline.Http.Files;
using Pipeline.Http.Health;
using Pipeline.Http.Reader;
using Pipeline.Ingestion;
using static Pipeline.Http.Problems.ProblemTypes;

namespace Pipeline.Http.Routing;

/// <summary>The one table of routes: Local maps it, each trigger of the Functions app bears a name of it, OpenAPI describes it.</summary>
public static class PipelineRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<ReaderHandlers>(nameof(RouteTemplates.Reader), RouteTemplates.Reader, handlers => handlers.GetPageAsync) with
        {
            Access = Access.Anyone,
            Summary = "The reader page.",
            Answer = new("The page.", "text/html"),
        },
        Get<ReaderHandlers>(nameof(RouteTemplates.ReaderFile), RouteTemplates.ReaderFile, handlers => handlers.GetFileAsync) with
        {
            Access = Access.Anyone,
            Summary = "What the reader page is made of.",
            Answer = new("The file.", "*/*"),
            Problems = [NotFound],
        },
        Get<HealthHandlers>(nameof(RouteTemplates.Health), RouteTemplates.Health, handlers => handlers.GetAsync) with
        {
            Access = Access.Anyone,
            Summary = "Whether the endpoint can serve.",
            Answer = Json<HealthResponse>("It can."),
        },
        Get<ArticleHandlers>(nameof(RouteTemplates.ListArticles), RouteTemplates.ListArticles, handlers => handlers.ListAsync) with
        {
            Summary = "A page of articles, newest first; with `since` the same poll as /api/changes.",
            Parameters = [.. Parameters.Filters, Parameters.Include, Parameters.Fields, Parameters.Limit, Parameters.Cursor, Parameters.Since, Parameters.Wait],
            Answer = Json<PageResponse<ArticleSummary>>("The page; a poll's answer where `since` is stated."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
        Get<ArticleHandlers>(nameof(RouteTemplates.GetArticle), RouteTemplates.GetArticle, handlers => handlers.GetAsync) with
        {
            Summary = "One article, whole, with where each fact came from.",
            Answer = Json<Article>("The article with its `state` and `clusterId`. Of a withdrawn one only the notice is left."),
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
            Answer = Json<Article>("The article with its current `state` and `clusterId`."),
            Problems = [NotFound],
        },
        Get<RevisionHandlers>(nameof(RouteTemplates.GetDifference), RouteTemplates.GetDifference, handlers => handlers.CompareAsync) with
        {
            Summary = "How two revisions differ, or with `with` how two articles do.",
            Parameters = [Parameters.From, Parameters.To, Parameters.With],
            Answer = Json<DifferenceResponse>("The difference."),
            Problems = [NotFound],
        },
        Get<ClusterHandlers>(nameof(RouteTemplates.ListDuplicates), RouteTemplates.ListDuplicates, handlers => handlers.ListDuplicatesAsync) with
        {
            Summary = "The other articles of the article's cluster, with the rule and figures that put each there.",
            Answer = Json<PageResponse<ClusterMember>>("The others."),
            Problems = [NotFound],
        },
        Get<ChangeHandlers>(nameof(RouteTemplates.ListChanges), RouteTemplates.ListChanges, handlers => handlers.ListAsync) with
        {
            Summary = "What is new since a cursor, in order of commitment: nothing is missed and nothing comes twice.",
            Parameters = [Parameters.Since, Parameters.Wait, Parameters.Limit, .. Parameters.Filters],
            Answer = Json<ChangesResponse>("The changes and the cursor to poll with next."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
        Get<ClusterHandlers>(nameof(RouteTemplates.GetCluster), RouteTemplates.GetCluster, handlers => handlers.GetAsync) with
        {
            Summary = "The articles that carry one story text.",
            Answer = Json<Cluster>("The cluster; the id of one that was merged answers with the one that absorbed it."),
            Problems = [NotFound],
        },
        Get<FileHandlers>(nameof(RouteTemplates.ListFiles), RouteTemplates.ListFiles, handlers => handlers.ListAsync) with
        {
            Summary = "The ledger: a page of dropped files, newest first.",
            Parameters = [Parameters.Source, Parameters.State, Parameters.Fate, Parameters.Limit, Parameters.Cursor],
            Answer = Json<PageResponse<FileRecord>>("The page."),
            Problems = [ForgedCursor, ForeignCursor, StaleCursor],
        },
        Get<FileHandlers>(nameof(RouteTemplates.GetFile), RouteTemplates.GetFile, handlers => handlers.GetAsync) with
        {
            Summary = "A file's receipt: what became of it and of each of its entries.",
            Answer = Json<FileResponse>("The receipt."),
            Problems = [NotFound],
        },
        Post<ClusterHandlers>(nameof(RouteTemplates.SplitCluster), RouteTemplates.SplitCluster, handlers => handlers.SplitAsync) with
        {
            Summary = "Takes an article out of a cluster for good.",
            Parameters = [Parameters.Article],
            Answer = Json<Cluster>("The cluster as it is now."),
            Problems = [NotFound, Conflict],
        },
        Post<ClusterHandlers>(nameof(RouteTemplates.MergeCluster), RouteTemplates.MergeCluster, handlers => handlers.MergeAsync) with
        {
            Summary = "Makes two clusters one.",
            Parameters = [Parameters.Other],
            Answer = Json<Cluster>("The cluster as it is now."),
            Problems = [NotFound, Conflict],
        },
        Post<FileHandlers>(nameof(RouteTemplates.ReplayFile), RouteTemplates.ReplayFile, handlers => handlers.ReplayAsync) with
        {
            Path = "/api/files/{path}/replay",
            Summary = "Reads a file again and gives its failed entries another chance.",
            Answer = Json<FileRecord>("The file, as it was taken up.") with { Status = StatusCodes.Status202Accepted },
            Problems = [NotFound],
        },
    ];

    /// <summary>Answers what no route has, where the host sends it here.</summary>
    public static readonly PipelineRoute Unknown = new(
        nameof(Unknown), HttpMethods.Get, "api/{*rest}", Access.Anyone,
        _ => (_, _) => Task.FromResult(NotFound.Because("No route has this path and method; /api/openapi.json lists them.")));

    private static PipelineRoute Get<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Get, template, Access.Reader, services => handler(services.GetRequiredService<T>()));

    private static PipelineRoute Post<T>(string name, string template, Func<T, RouteHandler> handler)
        where T : notnull =>
        new(name, HttpMethods.Post, template, Access.Admin, services => handler(services.GetRequiredService<T>()));

    private static Answer Json<T>(string description) => new(description, Body: typeof(T));
}
