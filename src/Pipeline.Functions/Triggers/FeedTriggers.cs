using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Feeds for feed readers, which send their key as the parameter code, or the token of the feeds in the path: the host knows no
/// such token, so the endpoint itself checks it.</summary>
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

    [Function(nameof(RouteTemplates.GetFeedToken))]
    public IResult GetFeedToken(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetFeedToken)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetFeedToken));

    [Function(nameof(RouteTemplates.RenewFeedToken))]
    public IResult RenewFeedToken(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.RenewFeedToken)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.RenewFeedToken));

    [Function(nameof(RouteTemplates.TokenRssFeed))]
    public IResult TokenRssFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.TokenRssFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.TokenRssFeed));

    [Function(nameof(RouteTemplates.TokenAtomFeed))]
    public IResult TokenAtomFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.TokenAtomFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.TokenAtomFeed));

    [Function(nameof(RouteTemplates.TokenJsonFeed))]
    public IResult TokenJsonFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RouteTemplates.TokenJsonFeed)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.TokenJsonFeed));
}
