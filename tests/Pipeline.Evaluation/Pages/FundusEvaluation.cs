namespace Pipeline.Evaluation.Pages;

/// <summary>
/// Runs <c>fundus</c>: the text by runs of four words against the one with or without its summary, whichever is nearer; the title by its
/// letters and digits; authors by precision and recall over all names; the day of publication.
/// </summary>
internal static class FundusEvaluation
{
    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var pages = await CorpusPage.ReadLinesAsync(folder, cancellationToken);
        var read = await ReadPage.ReadAllAsync("fundus", pages, dump, cancellationToken);
        var texts = new TextScores(pages, [.. pages.Zip(read, ScoreText)]);
        var (titles, days, authors) = (new FactCounts("title"), new FactCounts("day"), new NameCounts());
        foreach (var (page, result) in pages.Zip(read))
        {
            titles.AddTitle(page, (string)page.Truth["title"]!, result.Article?.Title);
            authors.Add(page, [.. page.Truth["authors"]!.AsArray().Select(name => (string)name!)], result.Article?.Authors ?? []);
            if ((string?)page.Truth["published"] is { } day)
                days.AddDay(page, day, result.Article?.Published);
        }

        return EvaluationReport.For(
            "fundus",
            [.. texts.Figures(), ("title", titles.Right), ("day", days.Right), ("day_wrong", days.Wrong),
                ("authors.precision", authors.Precision), ("authors.recall", authors.Recall)],
            [.. texts.Misses(), .. titles.Misses, .. authors.Misses, .. days.Misses]);
    }

    private static ShingleScore ScoreText(CorpusPage page, ReadPage read) => new[] { "text", "textNoSummary" }
        .Select(name => ShingleScore.CompareCharacters((string?)page.Truth[name] ?? "", read.Article?.Text ?? ""))
        .MaxBy(score => score.F1)!;
}
