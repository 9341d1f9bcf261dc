using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Evaluation;

/// <summary>Runs the <c>pages</c> corpus: the article's text of each page against the text that people marked.</summary>
internal static class PagesEvaluation
{
    private const int WorstPages = 10;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="folder">The corpus's <c>pages</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var truth = await ReadTruthAsync(folder, cancellationToken);
        var read = new Dictionary<string, ExtractedPage>();
        foreach (var (key, page) in truth)
            read[key] = new ExtractedPage(await ReadBodyAsync(folder, key, page.Url, cancellationToken));

        if (dump is not null)
            await File.WriteAllTextAsync(Path.Combine(dump, "pages.json"), JsonSerializer.Serialize(read, Web), cancellationToken);
        return Report(
            truth.ToDictionary(page => page.Key, page => ShingleScore.Of(page.Value.ArticleBody, read[page.Key].ArticleBody)), truth);
    }

    private static async Task<Dictionary<string, TruePage>> ReadTruthAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "ground-truth.json"));
        return (await JsonSerializer.DeserializeAsync<Dictionary<string, TruePage>>(file, Web, cancellationToken))!;
    }

    private static async Task<string> ReadBodyAsync(string folder, string key, string url, CancellationToken cancellationToken)
    {
        await using var zipped = new GZipStream(File.OpenRead(Path.Combine(folder, "html", key + ".html.gz")), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await zipped.CopyToAsync(bytes, cancellationToken);
        var file = new DroppedFile(
            $"pages/{key}.html", bytes.ToArray()) { Address = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null };
        return new FileParser(new ParsingSettings()).Parse(file) is ParseResult.Parsed { Entries: [ParsedEntry.Readable readable, ..] }
            ? new ArticleEnricher(new EnrichmentSettings()).Enrich(
                readable.Entry, new EntryOrigin(file.Path, key, 0), file.Source, DateTimeOffset.UnixEpoch).Text
            : "";
    }

    private static EvaluationReport Report(Dictionary<string, ShingleScore> scores, Dictionary<string, TruePage> truth)
    {
        var precision = scores.Values.Average(score => score.Precision);
        var recall = scores.Values.Average(score => score.Recall);
        var worst = scores.OrderBy(score => score.Value.F1).Take(WorstPages).Select(score =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"pages {score.Value.F1:0.000} (P {score.Value.Precision:0.000} "
                    + $"R {score.Value.Recall:0.000}) {score.Key[..8]} {truth[score.Key].Url}"));
        return new EvaluationReport(
            new Dictionary<string, double>
            {
                ["pages.f1"] = ShingleScore.Harmonic(precision, recall),
                ["pages.precision"] = precision,
                ["pages.recall"] = recall,
            })
        {
            Details = [.. worst],
        };
    }

    private sealed record TruePage(string ArticleBody, string Url);

    private sealed record ExtractedPage(string ArticleBody);
}
