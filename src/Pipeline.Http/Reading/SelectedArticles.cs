using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Reading;

/// <summary>Writes articles of a list with the fields that were asked for; those that lists do not have cost two reads for each
/// article.</summary>
internal sealed class SelectedArticles(NewsReading news)
{
    private const int MaxConcurrency = 16;

    /// <summary>In their order. What is withdrawn has nothing but its notice, whatever was asked for.</summary>
    public async Task<IReadOnlyList<JsonObject>> SelectAsync(
        IReadOnlyList<ArticleSummary> listed, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        if (!FieldSelection.NeedsWhole(fields))
            return [.. listed.Select(summary => FieldSelection.SelectFrom(summary, null, fields))];
        return await listed.ReadEachAsync(
            MaxConcurrency,
            async (summary, token) =>
            {
                // By the place that it has now: what a line of the log tells of may have been withdrawn since.
                var whole = await news.FindRevisionAsync(summary.Id, summary.Revision, Viewer.Reader, token);
                return FieldSelection.SelectFrom(summary, whole?.Article, fields);
            },
            cancellationToken);
    }
}
