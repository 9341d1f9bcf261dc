using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>Articles, their revisions and copies, and what changed.</summary>
public sealed class ArticleTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListArticles))]
    public IResult ListArticles(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListArticles)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListArticles));

    [Function(nameof(RouteTemplates.GetArticle))]
    public IResult GetArticle(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetArticle)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetArticle));

    [Function(nameof(RouteTemplates.EraseArticle))]
    public IResult EraseArticle(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteTemplates.EraseArticle)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.EraseArticle));

    [Function(nameof(RouteTemplates.EraseArticles))]
    public IResult EraseArticles(
        [HttpTrigger(AuthorizationLevel.Admin, "delete", Route = RouteTemplates.EraseArticles)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.EraseArticles));

    [Function(nameof(RouteTemplates.GetArticleNinjs))]
    public IResult GetArticleNinjs(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetArticleNinjs)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetArticleNinjs));

    [Function(nameof(RouteTemplates.ListRevisions))]
    public IResult ListRevisions(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListRevisions)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListRevisions));

    [Function(nameof(RouteTemplates.GetRevision))]
    public IResult GetRevision(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetRevision)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetRevision));

    [Function(nameof(RouteTemplates.GetDifference))]
    public IResult GetDifference(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetDifference)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetDifference));

    [Function(nameof(RouteTemplates.ListDuplicates))]
    public IResult ListDuplicates(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListDuplicates)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListDuplicates));

    [Function(nameof(RouteTemplates.ExportArticles))]
    public IResult ExportArticles(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ExportArticles)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ExportArticles));

    [Function(nameof(RouteTemplates.ListChanges))]
    public IResult ListChanges(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListChanges)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListChanges));

    [Function(nameof(RouteTemplates.StreamChanges))]
    public IResult StreamChanges(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.StreamChanges)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.StreamChanges));
}
