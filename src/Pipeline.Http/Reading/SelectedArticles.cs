using System.Text.Json.Nodes;
using Pipeline.Articles;
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
        var selected = new JsonObject[listed.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, listed.Count), options, async (index, token) =>
        {
            // By the place that it has now: what a line of the log tells of may have been withdrawn since.
            var whole = await news.FindRevisionAsync(listed[index].Id, listed[index].Revision, Viewer.Reader, token);
            selected[index] = FieldSelection.SelectFrom(listed[index], whole?.Article, fields);
        });
        return selected;
    }
}
