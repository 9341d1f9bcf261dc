using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Cursors;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Clusters;

/// <summary>Stories, the one that changed last first.</summary>
internal sealed class StoryHandlers(StoryReading stories, HeadWatch watch, SignedCursors cursors)
{
    private const int DefaultLimit = 30;

    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var query = ArticleFilter.QueryOf(request, DefaultLimit);
        var scope = ArticleFilter.Scope(query);
        var after = await cursors.ReadAsync(CursorKind.Stories, scope, Parameters.Cursor.Of(request, null), cancellationToken);
        if (after?.Refuse(Parameters.Cursor.Name) is { } problem)
            return problem;
        var before = after is null
            ? await watch.ReadAsync(cancellationToken) + 1
            : long.Parse(after.Position!, CultureInfo.InvariantCulture);
        var (found, rest) = await stories.ListAsync(before, query.Limit, query.Passes, cancellationToken);
        var next = rest == 0 ? null
            : await cursors.SignAsync(CursorKind.Stories, scope, rest.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return TaggedAnswer.Json(new PageResponse<StoryResponse>(
            [
                .. found.Select(story => StoryResponse.FromCluster(story.Cluster, story.Canonical, story.ChangedAt))
                    .Where(story => query.HasOutlets(story.Canonical)),
            ], next));
    }
}
