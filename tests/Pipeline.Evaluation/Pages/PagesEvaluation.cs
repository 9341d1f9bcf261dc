using System.Text.Json;

namespace Pipeline.Evaluation.Pages;

/// <summary>Runs the <c>pages</c> corpus: the article's text of each page against the text that people marked.</summary>
internal static class PagesEvaluation
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var pages = await CorpusPage.ReadGroundTruthAsync(folder, cancellationToken);
        var read = await ReadPage.ReadAllAsync("pages", pages, dump, cancellationToken);
        if (dump is not null)
            await DumpForBenchmarkAsync(dump, read, cancellationToken);
        var scores = pages.Zip(read, (page, result) => ShingleScore.Compare((string)page.Truth["articleBody"]!, result.Article?.Text ?? ""))
            .ToList();
        var texts = new TextScores(pages, scores);
        return EvaluationReport.For("pages", texts.Figures(), texts.Misses());
    }

    // In the shape that the benchmark's own program reads.
    private static Task DumpForBenchmarkAsync(string dump, IReadOnlyList<ReadPage> read, CancellationToken cancellationToken)
    {
        var bodies = read.ToDictionary(
            page => page.Key.Replace(".html.gz", "", StringComparison.Ordinal), page => new { articleBody = page.Article?.Text ?? "" });
        return File.WriteAllTextAsync(Path.Combine(dump, "pages.json"), JsonSerializer.Serialize(bodies, Web), cancellationToken);
    }
}
