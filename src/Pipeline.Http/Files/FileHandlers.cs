using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Cursors;
using Pipeline.Http.Entries;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Ledger;

namespace Pipeline.Http.Files;

/// <summary>The ledger: what became of every file.</summary>
internal sealed class FileHandlers(
    LedgerStore ledger, NewsReading news, Replay replay, EntryFinder finder, SignedCursors cursors)
{
    private const int DefaultLimit = 50;
    private const string ReplaySuffix = "/replay";

    /// <summary>A page of files, newest first; with <c>url</c> or <c>sourceId</c> the files that brought one article.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Query.ContainsKey(Parameters.Url.Name) || request.Query.ContainsKey(Parameters.SourceId.Name))
            return await LookUpAsync(request, cancellationToken);
        var query = new FileQuery
        {
            Source = Parameters.SingleSource.Of(request, null),
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

    /// <summary>One file with its entries' fates; with <c>version</c> as it was before it was overwritten.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = PathOf(request);
        if (await FindAsync(path, cancellationToken) is not { } present)
            return NoFile(path);
        var version = Parameters.Version.Of(request, null) ?? present.Version;
        var earlier = await ledger.ListVersionsAsync(present.Path, cancellationToken);
        if (earlier.Prepend(present).FirstOrDefault(file => file.Version == version) is not { } file)
            return NoVersion(path, version);
        var fates = await ledger.ListFatesAsync(file.Path, file.Version, cancellationToken);
        var entries = await DescribeAsync(fates, request, cancellationToken);
        return TaggedAnswer.Json(new FileReceipt(Settle(file, present, fates), entries)
        {
            Earlier = [.. earlier.Select(old => new EarlierVersion(old.Version, old.ReceivedAt, old.EntryCount))],
        });
    }

    /// <summary>Takes a file up again; with <c>version</c> the failed entries of one that was overwritten since.</summary>
    public async Task<IResult> ReplayAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = PathOf(request);
        if (!path.EndsWith(ReplaySuffix, StringComparison.Ordinal))
            return RefusePost(request);
        if (await FindAsync(path[..^ReplaySuffix.Length], cancellationToken) is not { } present)
            return NoFile(path[..^ReplaySuffix.Length]);
        var version = Parameters.Version.Of(request, null) ?? present.Version;
        if (await ledger.FindVersionAsync(present.Path, version, cancellationToken) is not { } file)
            return NoVersion(present.Path, version);
        if (version != present.Version)
            await replay.ReplayVersionAsync(file, cancellationToken);
        else if (await replay.IsArchivedAsync(file, cancellationToken))
            return Archived(file);
        else
            await replay.ReplayFileAsync(file.Path, cancellationToken);
        return TypedResults.Json(file, EndpointJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private async Task<IResult> LookUpAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(
            Parameters.Url.Of(request, null), Parameters.SingleSource.Of(request, null), Parameters.SourceId.Of(request, null),
            cancellationToken);
        var items = new List<FileReceipt>();
        foreach (var (file, fate) in found)
            items.Add(new FileReceipt(file, await DescribeAsync(fate is null ? [] : [fate], request, cancellationToken)));
        return TaggedAnswer.Json(new PageResponse<FileReceipt>(items, null));
    }

    private async Task<IReadOnlyList<EntryResponse>> DescribeAsync(
        IReadOnlyList<EntryFate> fates, HttpRequest request, CancellationToken cancellationToken) =>
        [.. (await news.PlaceAsync(fates, request.GetViewer(), cancellationToken)).Select(
            placed => EntryResponse.FromFate(placed.Fate, placed.Now))];

    // Nobody closes the account of a version that was overwritten before its entries had their fate.
    private static FileRecord Settle(FileRecord file, FileRecord present, IReadOnlyList<EntryFate> fates) =>
        file.State == FileState.Parsed && file != present && fates.Count >= file.EntryCount
            ? file with { State = FileState.Settled, Fates = fates.CountBy(fate => fate.Fate).ToDictionary() }
            : file;

    // The route's template cannot say that a path ends in a word; the host has this route answer every post to a file.
    private static IResult RefusePost(HttpRequest request)
    {
        request.HttpContext.Response.Headers.Allow = "GET, HEAD, PUT";
        return ProblemTypes.WrongMethod.WithDetail($"A file can be asked for and put; what can be posted is {request.Path}{ReplaySuffix}.");
    }

    private static IResult Archived(FileRecord file) => ProblemTypes.Conflict.WithDetail(
        $"{file.Archive ?? file.Path} lies in the archive tier and cannot be read. Bring it back "
        + "(az storage blob set-tier --tier Hot, which takes up to 15 hours), then replay it.");

    private static IResult NoVersion(string path, string version) =>
        ProblemTypes.NotFound.WithDetail($"The ledger keeps no version {version} of {path}.", Parameters.Version.Name);

    private static string PathOf(HttpRequest request) => (string)request.RouteValues["path"]!;

    // A client that escapes the slashes of a path too means the same file; the server leaves %2F as it is.
    private async Task<FileRecord?> FindAsync(string path, CancellationToken cancellationToken) =>
        await ledger.FindFileAsync(path, cancellationToken)
        ?? (path.Contains("%2F", StringComparison.OrdinalIgnoreCase)
            ? await ledger.FindFileAsync(path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), cancellationToken)
            : null);

    private static IResult NoFile(string path) => ProblemTypes.NotFound.WithDetail($"The ledger has no file {path}.", "path");
}
