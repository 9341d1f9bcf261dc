namespace Pipeline.Evaluation.Pages;

/// <summary>
/// Runs <c>readability</c>: the text by runs of four words against what Readability cuts out; byline, language and day as shares of the
/// pages where it finds one. Its pages are not all news: a guard, not a goal.
/// </summary>
internal static class ReadabilityEvaluation
{
    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var pages = await CorpusPage.ReadLinesAsync(folder, cancellationToken);
        var read = await ReadPage.ReadAllAsync("readability", pages, dump, cancellationToken);
        var scores = pages.Zip(read, (page, result) =>
            ShingleScore.CompareCharacters(WireLine.PlainText((string)page.Truth["expected"]!), result.Article?.Text ?? ""));
        var texts = new TextScores(pages, [.. scores]);
        var (titles, bylines, languages, days) =
            (new FactCounts("title"), new FactCounts("byline"), new FactCounts("language"), new FactCounts("day"));
        foreach (var (page, result) in pages.Zip(read))
        {
            var (meta, article) = (page.Truth["meta"]!, result.Article);
            if ((string?)meta["title"] is { } title)
                titles.AddTitle(page, title, article?.Title);
            if ((string?)meta["byline"] is { } byline)
                bylines.AddByline(page, byline, article?.Authors ?? []);
            if ((string?)meta["lang"] is { } language)
                languages.Add(page, language, article?.Language, Primary(language) == Primary(article?.Language));
            if ((string?)meta["publishedTime"] is { } day)
                days.AddDay(page, day, article?.Published);
        }

        return EvaluationReport.For(
            "readability",
            [.. texts.Figures(), ("title", titles.Right), ("byline", bylines.Right), ("language", languages.Right), ("day", days.Right)],
            [.. texts.Misses(), .. titles.Misses, .. bylines.Misses, .. languages.Misses, .. days.Misses]);
    }

    private static string Primary(string? language) => (language ?? "").Split('-', '_')[0].ToLowerInvariant();
}
