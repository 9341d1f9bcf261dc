using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Feeds;

/// <summary>The list as feeds, an article as a wire item.</summary>
internal static class FeedRoutes
{
    private static readonly IReadOnlyList<Parameter> Narrowing =
        [Parameters.Q, .. Parameters.Filters, Parameters.Include, Parameters.Sort, Parameters.Limit];

    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<FeedHandlers>(nameof(RouteTemplates.RssFeed), RouteTemplates.RssFeed, handlers => handlers.GetRssAsync) with
        {
            Summary = "The list as RSS 2.0.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/rss+xml"),
        },
        Get<FeedHandlers>(nameof(RouteTemplates.AtomFeed), RouteTemplates.AtomFeed, handlers => handlers.GetAtomAsync) with
        {
            Summary = "The list as Atom 1.0.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/atom+xml"),
        },
        Get<FeedHandlers>(nameof(RouteTemplates.JsonFeed), RouteTemplates.JsonFeed, handlers => handlers.GetJsonAsync) with
        {
            Summary = "The list as JSON Feed 1.1.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/feed+json") { Body = typeof(JsonFeed) },
        },
        Get<FeedTokenHandlers>(nameof(RouteTemplates.GetFeedToken), RouteTemplates.GetFeedToken, handlers => handlers.GetAsync) with
        {
            Summary = "The token that opens the feeds, and nothing else, to a feed reader which has no key.",
            Answer = Json<FeedTokenResponse>("The token."),
        },
        Post<FeedTokenHandlers>(nameof(RouteTemplates.RenewFeedToken), RouteTemplates.RenewFeedToken, handlers => handlers.RenewAsync) with
        {
            Summary = "Makes a new token; whoever has the former one reads no feed with it any more.",
            Answer = Json<FeedTokenResponse>("The new token."),
        },
        Get<FeedTokenHandlers>(nameof(RouteTemplates.TokenRssFeed), RouteTemplates.TokenRssFeed, handlers => handlers.GetRssAsync) with
        {
            Access = Access.Anyone,
            Summary = "The list as RSS 2.0, for whoever has the token of the feeds.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/rss+xml"),
            Problems = [KeyMissing],
        },
        Get<FeedTokenHandlers>(nameof(RouteTemplates.TokenAtomFeed), RouteTemplates.TokenAtomFeed, handlers => handlers.GetAtomAsync) with
        {
            Access = Access.Anyone,
            Summary = "The list as Atom 1.0, for whoever has the token of the feeds.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/atom+xml"),
            Problems = [KeyMissing],
        },
        Get<FeedTokenHandlers>(nameof(RouteTemplates.TokenJsonFeed), RouteTemplates.TokenJsonFeed, handlers => handlers.GetJsonAsync) with
        {
            Access = Access.Anyone,
            Summary = "The list as JSON Feed 1.1, for whoever has the token of the feeds.",
            Parameters = Narrowing,
            Answer = new("The feed.", "application/feed+json") { Body = typeof(JsonFeed) },
            Problems = [KeyMissing],
        },
        Get<FeedHandlers>(nameof(RouteTemplates.GetArticleNinjs), RouteTemplates.GetArticleNinjs, handlers => handlers.GetNinjsAsync) with
        {
            Summary = "One article as ninjs 3.0.",
            Answer = new("The item.", Ninjs.MediaType) { Body = typeof(Ninjs) },
            Problems = [NotFound],
        },
    ];
}
