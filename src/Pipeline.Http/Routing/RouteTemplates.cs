namespace Pipeline.Http.Routing;

/// <summary>
/// The template of every route, under the route's name, as constants so that a trigger's attribute can name them.
/// There is no route prefix: the reader page lives at the root. The Functions host takes the first template that fits in the order
/// of the functions' names, not the nearest one as ASP.NET Core does; constraints keep the wide ones from what is others'.
/// </summary>
public static class RouteTemplates
{
    // The host takes an empty template for none and uses the function's name; a parameter that must be empty means the root.
    public const string Reader = "{root:maxlength(0)?}";
    public const string ReaderFile = "reader/{file}";
    public const string Health = "api/health";
    public const string Repair = "api/repair";
    public const string OpenApi = "api/openapi.json";
    public const string ListArticles = "api/articles";

    // An id has 26 characters, and one with .ninjs behind it more. What both could match would be ambiguous, an empty 500.
    public const string GetArticle = "api/articles/{id:maxlength(26)}";
    public const string GetArticleNinjs = "api/articles/{id:minlength(21)}.ninjs";
    public const string EraseArticle = GetArticle;
    public const string EraseArticles = ListArticles;
    public const string ListRevisions = "api/articles/{id}/revisions";
    public const string GetRevision = "api/articles/{id}/revisions/{revision}";
    public const string GetDifference = "api/articles/{id}/diff";
    public const string ListDuplicates = "api/articles/{id}/duplicates";
    public const string ExportArticles = "api/export";
    public const string ListChanges = "api/changes";
    public const string StreamChanges = "api/changes/stream";
    public const string ListStories = "api/stories";
    public const string GetCluster = "api/clusters/{id}";
    public const string SplitCluster = "api/clusters/{id}/split";
    public const string MergeCluster = "api/clusters/{id}/merge";
    public const string ListSources = "api/sources";
    public const string ListKeywords = "api/keywords";
    public const string GetStats = "api/stats";
    public const string ListFiles = "api/files";
    public const string GetFile = "api/files/{*path:required}";

    // A path has slashes, so it must come last in a template; the handler asks for the "/replay" at its end.
    public const string ReplayFile = "api/files/{*path:required}";

    // Not "Upload": the host takes the first route that fits by the name of its function, and Unknown fits every path.
    public const string PutFile = GetFile;
    public const string ListSubscriptions = "api/subscriptions";
    public const string ReplaceSubscriptions = ListSubscriptions;

    public const string ListWebhooks = "api/webhooks";
    public const string AddWebhook = ListWebhooks;
    public const string ChangeWebhook = "api/webhooks/{id}";
    public const string DeleteWebhook = ChangeWebhook;

    // What hubs call comes before Unknown by its name, as everything must.
    public const string AnswerHub = "api/websub/{id}/{token}";
    public const string ReceiveFromHub = AnswerHub;
    public const string RssFeed = "api/feed.rss";
    public const string AtomFeed = "api/feed.atom";
    public const string JsonFeed = "api/feed.json";

    // The host checks no key here: the token in the path is one, for feeds alone.
    public const string GetFeedToken = "api/feed-token";
    public const string RenewFeedToken = GetFeedToken;
    public const string TokenRssFeed = "api/feeds/{token}/feed.rss";
    public const string TokenAtomFeed = "api/feeds/{token}/feed.atom";
    public const string TokenJsonFeed = "api/feeds/{token}/feed.json";

    // Last by its name as well.
    public const string Unknown = "api/{*rest}";
}
