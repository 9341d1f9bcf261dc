using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using Pipeline.Ledger;
using static Pipeline.Http.Problems.ProblemTypes;
using static Pipeline.Http.Routing.RouteTo;

namespace Pipeline.Http.Files;

/// <summary>The ledger.</summary>
internal static class FileRoutes
{
    public static readonly IReadOnlyList<PipelineRoute> All =
    [
        Get<FileHandlers>(nameof(RouteTemplates.ListFiles), RouteTemplates.ListFiles, handlers => handlers.ListAsync) with
        {
            Summary = "The ledger: a page of dropped files, newest first; with `url` or `sourceId` the files that brought one article.",
            Parameters =
            [
                Parameters.SingleSource, Parameters.State, Parameters.Fate, Parameters.Url, Parameters.SourceId, Parameters.Limit,
                Parameters.Cursor,
            ],
            Answer = Json<PageResponse<FileRecord>>(
                "The page; the receipts of the files, each with the entry that is meant, where one article is looked up.")
                with { Or = typeof(PageResponse<FileReceipt>) },
            Problems = [ForgedCursor, ForeignCursor, ChangedFilter, StaleCursor],
        },
        Get<FileHandlers>(nameof(RouteTemplates.GetFile), RouteTemplates.GetFile, handlers => handlers.GetAsync) with
        {
            Summary = "A file's receipt: what became of it and of each of its entries.",
            Parameters = [Parameters.Version],
            Answer = Json<FileReceipt>("The receipt."),
            Problems = [NotFound],
        },
        Put<UploadHandlers>(nameof(RouteTemplates.PutFile), RouteTemplates.PutFile, handlers => handlers.UploadAsync) with
        {
            Summary = "Drops a small file; its receipt is where it was put, as soon as it is read. The first folder of the path is its "
                + "source.",
            TakesFile = true,
            Answer = Json<UploadResponse>("It is dropped.") with { Status = StatusCodes.Status202Accepted },
            Problems = [BadParameter, BadBody, BodyTooLarge, Conflict],
        },
        Post<FileHandlers>(nameof(RouteTemplates.ReplayFile), RouteTemplates.ReplayFile, handlers => handlers.ReplayAsync) with
        {
            Path = "/api/files/{path}/replay",
            Parameters = [Parameters.Version],
            Summary = "Reads a file again and gives its failed entries another chance; with `version` those of one that was overwritten "
                + "since.",
            Answer = Json<FileRecord>("The file, as it was taken up.") with { Status = StatusCodes.Status202Accepted },
            Problems = [NotFound, Conflict],
        },
    ];
}
