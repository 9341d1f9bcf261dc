using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Where changes are delivered to.</summary>
public sealed class WebhookTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListWebhooks))]
    public IResult ListWebhooks(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = RouteTemplates.ListWebhooks)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListWebhooks));

    [Function(nameof(RouteTemplates.AddWebhook))]
    public IResult AddWebhook([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.AddWebhook)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.AddWebhook));

    [Function(nameof(RouteTemplates.ChangeWebhook))]
    public IResult ChangeWebhook(
        [HttpTrigger(AuthorizationLevel.Admin, "patch", Route = RouteTemplates.ChangeWebhook)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ChangeWebhook));

    [Function(nameof(RouteTemplates.DeleteWebhook))]
    public IResult DeleteWebhook(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteTemplates.DeleteWebhook)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.DeleteWebhook));
}
