using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Webhooks;

/// <summary>Where changes are delivered to.</summary>
internal static class WebhookRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<WebhookHandlers>(nameof(RouteTemplates.ListWebhooks), RouteTemplates.ListWebhooks, handlers => handlers.ListAsync) with
        {
            Access = Access.Admin,
            Summary = "The webhooks and how each is doing. Secrets are left out.",
            Answer = Json<PageResponse<WebhookResponse>>("The webhooks, the oldest first."),
        },
        Post<WebhookHandlers>(nameof(RouteTemplates.AddWebhook), RouteTemplates.AddWebhook, handlers => handlers.AddAsync) with
        {
            Summary = "Registers an address that changes are delivered to, in their order. A delivery is a POST of `{ type, timestamp, "
                + "data }`, where `data` is what a poll answers, signed as Standard Webhooks has it: `webhook-id`, `webhook-timestamp` and "
                + "`webhook-signature`. What is not answered with a 2xx in time comes again, later each time; after days of that the "
                + "webhook is stopped, and nothing is lost. A change may come twice: its `sequence` tells.",
            Body = new(typeof(WebhookRequest), new WebhookRequest(
                "https://desk.example/hooks/pipeline", "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "source=coast", "latest")),
            Answer = Json<WebhookResponse>("It is registered.") with { Status = StatusCodes.Status201Created },
            Problems = [BadBody, BadParameter, ForgedCursor, ForeignCursor, Conflict, StaleCursor],
        },
        Patch<WebhookHandlers>(nameof(RouteTemplates.ChangeWebhook), RouteTemplates.ChangeWebhook, handlers => handlers.ChangeAsync) with
        {
            Summary = "Changes a webhook, stops it or resumes it. One that is resumed goes on where it stopped.",
            Body = new(typeof(WebhookChange), new WebhookChange(null, "source=coast,north", null, true)),
            Answer = Json<WebhookResponse>("The webhook as it is now."),
            Problems = [BadBody, BadParameter, ForgedCursor, ForeignCursor, NotFound, StaleCursor],
        },
        Delete<WebhookHandlers>(nameof(RouteTemplates.DeleteWebhook), RouteTemplates.DeleteWebhook, handlers => handlers.DeleteAsync) with
        {
            Summary = "Removes a webhook.",
            Answer = Json<WebhookResponse>("The webhook as it was."),
            Problems = [NotFound],
        },
    ];
}
