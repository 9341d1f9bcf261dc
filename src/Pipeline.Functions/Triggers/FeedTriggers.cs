using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Feeds for feed readers, which send their key as the parameter code.</summary>
public sealed class FeedTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.RssFeed))]
    public IResult RssFeed([HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.RssFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.RssFeed));

    [Function(nameof(RouteTemplates.AtomFeed))]
    public IResult AtomFeed(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.AtomFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.AtomFeed));

    [Function(nameof(RouteTemplates.JsonFeed))]
    public IResult JsonFeed(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.JsonFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.JsonFeed));
}
