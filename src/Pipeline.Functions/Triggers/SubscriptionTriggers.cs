using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>The feeds that are followed, and what hubs call: those have no key but what the callback's address holds.</summary>
public sealed class SubscriptionTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListSubscriptions))]
    public IResult ListSubscriptions(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = RouteTemplates.ListSubscriptions)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListSubscriptions));

    [Function(nameof(RouteTemplates.ReplaceSubscriptions))]
    public IResult ReplaceSubscriptions(
        [HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteTemplates.ReplaceSubscriptions)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReplaceSubscriptions));

    [Function(nameof(RouteTemplates.AnswerHub))]
    public IResult AnswerHub(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.AnswerHub)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.AnswerHub));

    [Function(nameof(RouteTemplates.ReceiveFromHub))]
    public IResult ReceiveFromHub(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteTemplates.ReceiveFromHub)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReceiveFromHub));
}
