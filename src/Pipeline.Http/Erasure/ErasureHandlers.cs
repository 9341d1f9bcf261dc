using Microsoft.AspNetCore.Http;
using Pipeline.Erasure;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Ingestion.Identity;
using Pipeline.Storage.Lists;

namespace Pipeline.Http.Erasure;

/// <summary>Erases articles for good: one, the one at an address, or those of a source.</summary>
internal sealed class ErasureHandlers(Eraser eraser, ArticleLookup lookup, NewsReading news)
{
    // A request has minutes, and each article takes a second or more.
    private const int MaxErased = 25;

    public async Task<IResult> EraseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var id = (string)request.RouteValues["id"]!;
        return await eraser.EraseAsync(id, WithFiles(request), cancellationToken)
            ? TaggedAnswer.Json(new ErasureResponse([id], false))
            : ProblemTypes.NotFound.WithDetail($"There is no article {id}, or it was erased before.", "id");
    }

    public async Task<IResult> EraseFoundAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (source, url) = (Parameters.SingleSource.Of(request, null), Parameters.Url.Of(request, null));
        if ((source is null) == (url is null))
            return ProblemTypes.BadParameter.WithDetail("Name a `source` or a `url`, and not both.", Parameters.SingleSource.Name);
        var found = url is null ? await ListAsync(source!, cancellationToken) : await FindAsync(url, cancellationToken);
        var erased = new List<string>();
        foreach (var id in found.Take(MaxErased))
        {
            if (await eraser.EraseAsync(id, WithFiles(request), cancellationToken))
                erased.Add(id);
        }

        return TaggedAnswer.Json(new ErasureResponse(erased, found.Count > MaxErased));
    }

    private static bool WithFiles(HttpRequest request) => Parameters.Files.Of(request, null) == true;

    private async Task<IReadOnlyList<string>> FindAsync(string url, CancellationToken cancellationToken) =>
        await lookup.FindByUrlAsync(url, cancellationToken) is { } claim ? [claim.ArticleId] : [];

    private async Task<IReadOnlyList<string>> ListAsync(string source, CancellationToken cancellationToken)
    {
        var query = new ListQuery { Source = source, IncludeDuplicates = true, IncludeWithdrawn = true, Limit = MaxErased + 1 };
        return [.. (await news.ReadPageAsync(query, cancellationToken)).Items.Select(article => article.Id)];
    }
}
