using Microsoft.AspNetCore.Http;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Routing;

/// <summary>The one table of routes: Local maps it, each trigger of the Functions app bears a name of it, OpenAPI describes it.</summary>
public static class PipelineRoutes
{
    private static readonly Answer Soon = new("");

    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get(nameof(RouteTemplates.Reader), RouteTemplates.Reader, Access.Anyone),
        Get(nameof(RouteTemplates.ReaderFile), RouteTemplates.ReaderFile, Access.Anyone),
        Get(nameof(RouteTemplates.Health), RouteTemplates.Health, Access.Anyone),
        Get(nameof(RouteTemplates.OpenApi), RouteTemplates.OpenApi, Access.Anyone),
        Get(nameof(RouteTemplates.ListArticles), RouteTemplates.ListArticles, Access.Reader),
        Get(nameof(RouteTemplates.GetArticle), RouteTemplates.GetArticle, Access.Reader),
        Get(nameof(RouteTemplates.GetArticleNinjs), RouteTemplates.GetArticleNinjs, Access.Reader),
        Get(nameof(RouteTemplates.ListRevisions), RouteTemplates.ListRevisions, Access.Reader),
        Get(nameof(RouteTemplates.GetRevision), RouteTemplates.GetRevision, Access.Reader),
        Get(nameof(RouteTemplates.GetDifference), RouteTemplates.GetDifference, Access.Reader),
        Get(nameof(RouteTemplates.ListDuplicates), RouteTemplates.ListDuplicates, Access.Reader),
        Get(nameof(RouteTemplates.ListChanges), RouteTemplates.ListChanges, Access.Reader),
        Get(nameof(RouteTemplates.GetCluster), RouteTemplates.GetCluster, Access.Reader),
        Post(nameof(RouteTemplates.SplitCluster), RouteTemplates.SplitCluster),
        Post(nameof(RouteTemplates.MergeCluster), RouteTemplates.MergeCluster),
        Get(nameof(RouteTemplates.ListSources), RouteTemplates.ListSources, Access.Reader),
        Get(nameof(RouteTemplates.ListKeywords), RouteTemplates.ListKeywords, Access.Reader),
        Get(nameof(RouteTemplates.GetStats), RouteTemplates.GetStats, Access.Reader),
        Get(nameof(RouteTemplates.ListFiles), RouteTemplates.ListFiles, Access.Reader),
        Get(nameof(RouteTemplates.GetFile), RouteTemplates.GetFile, Access.Reader),
        Post(nameof(RouteTemplates.ReplayFile), RouteTemplates.ReplayFile),
        Get(nameof(RouteTemplates.RssFeed), RouteTemplates.RssFeed, Access.Reader),
        Get(nameof(RouteTemplates.AtomFeed), RouteTemplates.AtomFeed, Access.Reader),
        Get(nameof(RouteTemplates.JsonFeed), RouteTemplates.JsonFeed, Access.Reader),
    ];

    /// <summary>Answers what no route has, where the host sends it here.</summary>
    public static readonly PipelineRoute Unknown = new(
        nameof(Unknown), HttpMethods.Get, "api/{*rest}", Access.Anyone,
        _ => (_, _) => Task.FromResult(ProblemTypes.NotFound.Because("No route has this path and method; /api/openapi.json lists them.")))
    { Summary = "", Answer = Soon };

    private static PipelineRoute Get(string name, string template, Access access) =>
        new(name, HttpMethods.Get, template, access, Missing) { Summary = name, Answer = Soon };

    private static PipelineRoute Post(string name, string template) =>
        new(name, HttpMethods.Post, template, Access.Admin, Missing) { Summary = name, Answer = Soon };

    private static RouteHandler Missing(IServiceProvider services) =>
        (_, _) => Task.FromResult(ProblemTypes.NotFound.Because("Not built yet."));
}
