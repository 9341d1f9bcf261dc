namespace Pipeline.Evaluation.Pages;

/// <summary>Runs <c>htmldate</c>: the share of pages with the right day of publication, and beside it those that are wrong and
/// missing.</summary>
internal static class HtmldateEvaluation
{
    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var pages = await CorpusPage.ReadLinesAsync(folder, cancellationToken);
        var read = await ReadPage.ReadAllAsync("htmldate", pages, dump, cancellationToken);
        var days = new FactCounts("day");
        foreach (var (page, result) in pages.Zip(read))
        {
            if ((string?)page.Truth["date"] is { } day)
                days.AddDay(page, day, result.Article?.Published);
        }

        return EvaluationReport.For("htmldate", [("right", days.Right), ("wrong", days.Wrong), ("missing", days.Missing)], days.Misses);
    }
}
