using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Reader;

/// <summary>The reader page: a few files embedded in this assembly, served under a policy that runs and styles nothing else.</summary>
internal sealed class ReaderHandlers
{
    private const string Folder = "Reader.Page/";

    // Images come from the publishers, and only when the reader asked for them; so do sound and film, when someone presses play. Nothing
    // else leaves this origin.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:; media-src https: http:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, TaggedAnswer> files = typeof(ReaderHandlers).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..], Load);

    public Task<IResult> GetPageAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request, "index.html"));

    public Task<IResult> GetFileAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request, (string)request.RouteValues["file"]!));

    private IResult Answer(HttpRequest request, string name)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return files.TryGetValue(name, out var file) ? file : ProblemTypes.NotFound.WithDetail("The reader page has no such file.", "file");
    }

    private static TaggedAnswer Load(string resource)
    {
        using var content = typeof(ReaderHandlers).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new TaggedAnswer(bytes, MediaTypes[Path.GetExtension(resource)]) { CacheControl = "no-cache" };
    }
}
