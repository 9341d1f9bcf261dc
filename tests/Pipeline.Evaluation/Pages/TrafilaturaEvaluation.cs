using System.Text.Json.Nodes;

namespace Pipeline.Evaluation.Pages;

/// <summary>
/// Runs <c>trafilatura</c>: segments that the text must have and must not have, counted as that evaluation does; title, author and date
/// as shares of the pages where they are known.
/// </summary>
internal static class TrafilaturaEvaluation
{
    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var pages = await CorpusPage.ReadLinesAsync(folder, cancellationToken);
        var read = await ReadPage.ReadAllAsync("trafilatura", pages, dump, cancellationToken);
        var (segments, titles, authors, days) =
            (new SegmentCounts(), new FactCounts("title"), new FactCounts("author"), new FactCounts("day"));
        foreach (var (page, result) in pages.Zip(read))
        {
            var truth = page.Truth["truth"]!.AsObject();
            segments.Add(page, result.Article?.Text ?? "", Texts(truth["with"]), Texts(truth["without"]));
            if (Text(truth["title"]) is { } title)
                titles.AddTitle(page, title, result.Article?.Title);
            if (Text(truth["author"]) is { } author)
                authors.AddByline(page, author, result.Article?.Authors ?? []);
            if (Text(truth["date"]) is { } date)
                days.AddDay(page, date, result.Article?.Published);
        }

        return EvaluationReport.For(
            "trafilatura",
            [("f1", segments.F1), ("precision", segments.Precision), ("recall", segments.Recall), ("title", titles.Right),
                ("author", authors.Right), ("day", days.Right), ("day_wrong", days.Wrong)],
            [.. segments.Misses, .. titles.Misses, .. authors.Misses, .. days.Misses]);
    }

    // A list of authors is one byline.
    private static string? Text(JsonNode? node) => Texts(node) is { Count: > 0 } texts ? string.Join("; ", texts) : null;

    private static List<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.Select(item => (string)item!)],
        JsonValue value when value.ToString().Length > 0 => [value.ToString()],
        _ => [],
    };
}
