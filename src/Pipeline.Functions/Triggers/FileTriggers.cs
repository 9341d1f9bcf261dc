using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Http;
using Pipeline.Http.Routing;

namespace Pipeline.Functions.Triggers;

/// <summary>The ledger: files, their fates, and their replay.</summary>
public sealed class FileTriggers(PipelineApi api)
{
    [Function(nameof(RouteTemplates.ListFiles))]
    public IResult ListFiles(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.ListFiles)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ListFiles));

    [Function(nameof(RouteTemplates.GetFile))]
    public IResult GetFile([HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = RouteTemplates.GetFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.GetFile));

    [Function(nameof(RouteTemplates.UploadFile))]
    public IResult UploadFile([HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteTemplates.UploadFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.UploadFile));

    [Function(nameof(RouteTemplates.ReplayFile))]
    public IResult ReplayFile([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.ReplayFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReplayFile));
}
