using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Cursors;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Ledger;

namespace Pipeline.Http.Files;

/// <summary>The ledger: what became of every file.</summary>
internal sealed class FileHandlers(
    LedgerStore ledger, NewsReading news, ReceiptReading receipts, Replay replay, SignedCursors cursors)
{
    private const int DefaultLimit = 50;
    private const string ReplaySuffix = "/replay";

    /// <summary>A page of files, newest first.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new FileQuery
        {
            Source = Parameters.Source.Of(request, null),
            State = Parameters.State.Of(request, null),
            Fate = Parameters.Fate.Of(request, null),
            Limit = Parameters.Limit.Of(request, DefaultLimit),
        };
        var scope = JsonSerializer.Serialize(query with { Limit = 0 });
        var after = await cursors.ReadAsync(CursorKind.Files, scope, Parameters.Cursor.Of(request, null), cancellationToken);
        if (after?.Refuse(Parameters.Cursor.Name) is { } problem)
            return problem;
        var page = await ledger.ListFilesAsync(query with { After = after?.Position }, cancellationToken);
        var next = await cursors.SignAsync(CursorKind.Files, scope, page.Next, cancellationToken);
        return TaggedAnswer.Json(new PageResponse<FileRecord>(page.Items, next));
    }

    /// <summary>One file with its entries' fates.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = PathOf(request);
        if (await FindAsync(path, cancellationToken) is not { } file)
            return NoFile(path);
        var entries = await news.ListFatesAsync(file, request.GetViewer(), cancellationToken);
        return TaggedAnswer.Json(new FileResponse(file, await receipts.DescribeAsync(entries, cancellationToken)));
    }

    /// <summary>Takes a file up again.</summary>
    public async Task<IResult> ReplayAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = PathOf(request);
        if (!path.EndsWith(ReplaySuffix, StringComparison.Ordinal))
            return ProblemTypes.NotFound.WithDetail($"What can be posted to a file is {ReplaySuffix}.", "path");
        if (await FindAsync(path[..^ReplaySuffix.Length], cancellationToken) is not { } file)
            return NoFile(path[..^ReplaySuffix.Length]);
        await replay.ReplayFileAsync(file.Path, cancellationToken);
        return TypedResults.Json(file, EndpointJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static string PathOf(HttpRequest request) => (string)request.RouteValues["path"]!;

    // A client that escapes the slashes of a path too means the same file; the server leaves %2F as it is.
    private async Task<FileRecord?> FindAsync(string path, CancellationToken cancellationToken) =>
        await ledger.FindFileAsync(path, cancellationToken)
        ?? (path.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? await ledger.FindFileAsync(path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellationToken)
            : null);

    private static IResult NoFile(string path) => ProblemTypes.NotFound.WithDetail($"The ledger has no file {path}.", "path");
}
