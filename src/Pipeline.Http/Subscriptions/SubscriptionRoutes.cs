using Microsoft.AspNetCore.Http;
using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Subscriptions;

/// <summary>The feeds that are followed, and what hubs call.</summary>
internal static class SubscriptionRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<SubscriptionHandlers>(
            nameof(RouteTemplates.ListSubscriptions), RouteTemplates.ListSubscriptions, handlers => handlers.ListAsync) with
        {
            Access = Access.Admin,
            Summary = "The feeds that are followed and how each is doing; as OPML with `format=opml` or `Accept: text/x-opml`. Credentials "
                + "in addresses are left out.",
            Parameters = [Parameters.Format],
            Answer = Json<SubscriptionsResponse>("The subscriptions."),
        },
        Put<SubscriptionHandlers>(
            nameof(RouteTemplates.ReplaceSubscriptions), RouteTemplates.ReplaceSubscriptions, handlers => handlers.ReplaceAsync) with
        {
            Summary = "Makes the feeds of an OPML list the only ones that are followed. An address without the credentials that this "
                + "endpoint left out keeps them.",
            Answer = Json<SubscriptionsResponse>("The subscriptions."),
            Problems = [BadBody],
        },
        Get<HubHandlers>(nameof(RouteTemplates.AnswerHub), RouteTemplates.AnswerHub, handlers => handlers.VerifyAsync) with
        {
            Access = Access.Anyone,
            Summary = "Where a hub verifies a subscription (WebSub).",
            Parameters =
            [
                Parameters.HubMode, Parameters.HubTopic, Parameters.HubChallenge, Parameters.HubLeaseSeconds, Parameters.HubReason,
                Parameters.HubVerifyToken,
            ],
            Answer = new("The challenge.", "text/plain"),
            Problems = [NotFound],
        },
        Post<HubHandlers>(nameof(RouteTemplates.ReceiveFromHub), RouteTemplates.ReceiveFromHub, handlers => handlers.ReceiveAsync) with
        {
            Access = Access.Anyone,
            Summary = "Where a hub delivers a feed (WebSub).",
            Answer = new("It is taken in.") { Status = StatusCodes.Status202Accepted },
            Problems = [NotFound, BadBody, FeedNotFollowed],
        },
    ];
}
