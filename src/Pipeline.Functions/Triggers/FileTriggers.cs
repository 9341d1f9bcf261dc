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

    [Function(nameof(RouteTemplates.PutFile))]
    public IResult PutFile([HttpTrigger(AuthorizationLevel.Admin, "put", Route = RouteTemplates.PutFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.PutFile));

    [Function(nameof(RouteTemplates.ReplayFile))]
    public IResult ReplayFile([HttpTrigger(AuthorizationLevel.Admin, "post", Route = RouteTemplates.ReplayFile)] HttpRequest request) =>
        api.Answer(nameof(RouteTemplates.ReplayFile));
}
