using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Http.Settings;
using Pipeline.Storage.Account;

namespace Pipeline.Http.Files;

/// <summary>Takes small files over the endpoint; larger ones go into the container itself.</summary>
internal sealed class UploadHandlers(BlobFileDrop drop, PipelineHttpSettings settings)
{
    // The name of a blob may have 1,024 characters.
    private const int MaxPathLength = 900;

    /// <summary>Drops the body as it is. What it is worth is said by its receipt, once it is read.</summary>
    public async Task<IResult> UploadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = ((string)request.RouteValues["path"]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (!IsPath(path))
            return ProblemTypes.BadParameter.WithDetail(
                "A file lies in a folder, which names its source: `SOURCE/NAME`, without empty or dotted parts, backslashes, `!/` or "
                    + $"control characters, {MaxPathLength} characters at most.", "path");
        if (await RequestBody.ReadAsync(request, settings.UploadBytes, cancellationToken) is not { } body)
            return ProblemTypes.BodyTooLarge.WithDetail(string.Create(CultureInfo.InvariantCulture,
                $"A file that is uploaded may have {settings.UploadBytes:N0} bytes. Put a larger one into the container."));
        if (body.IsEmpty)
            return ProblemTypes.BadBody.WithDetail("The body is empty: send the file as it is.");
        if (await drop.TryDropAsync(path, body, request.ContentType, cancellationToken) is not { } version)
            return ProblemTypes.Conflict.WithDetail(
                $"{path} is still being read. Upload it again when its receipt says that it is settled.");
        request.HttpContext.Response.Headers.Location =
            $"/api/files/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
        return TypedResults.Json(
            new UploadResponse(path, version, body.Length), EndpointJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    // Where a member of an archive begins, its path has `!/`.
    private static bool IsPath(string path) =>
        path.Length <= MaxPathLength && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains("!/", StringComparison.Ordinal)
        && path.Split('/') is { Length: > 1 } parts && parts.All(part => part.Length > 0 && part.Trim('.').Length > 0);
}
