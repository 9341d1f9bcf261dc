using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Evaluation;

/// <summary>
/// Runs the <c>wire</c> corpus: the share of text items that are complete against a second, plain reading of the document, and
/// the share of files with an outcome that a person understands.
/// </summary>
internal static class WireEvaluation
{
    private static readonly JsonSerializerOptions Web = new(
        JsonSerializerDefaults.Web)
    { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">The corpus's <c>wire</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var parser = new FileParser(new ParsingSettings());
        var (lines, misses, textItems, clear, files) = (new List<string>(), new List<Miss>(), 0, 0, 0);
        foreach (var path
            in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(
                path => path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal)).Order(
                    StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path);
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            var result = parser.Parse(new DroppedFile($"wire/{name}", bytes));
            lines.AddRange(Lines(name, result).Select(line => JsonSerializer.Serialize(line, Web)));
            files++;
            clear += IsClear(result) ? 1 : 0;
            var entries = Entries(result).ToList();
            foreach (var item in WireItem.ReadAll(name, bytes).Where(item => item.IsText))
            {
                textItems++;
                var missing = item.Misses(entries.Find(entry => entry.SourceId == item.Guid)).ToList();
                if (missing.Count > 0)
                    misses.Add(new Miss("incomplete", $"{name}: {string.Join("; ", missing)}"));
            }
        }

        if (dump is not null)
            await File.WriteAllLinesAsync(Path.Combine(dump, "wire.jsonl"), lines, cancellationToken);
        var figures = new Dictionary<string, double>
        {
            ["wire.text_items"] = Share(textItems - misses.Count, textItems),
            ["wire.outcomes"] = Share(clear, files)
        };
        return new EvaluationReport(figures) { Details = [$"wire: {files} files, {textItems} text items"], Misses = misses };
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static bool IsClear(ParseResult result) => result switch
    {
        ParseResult.Parsed parsed =>
            parsed.Entries.Count > 0 && parsed.Entries.OfType<ParsedEntry.Unreadable>().All(entry => entry.Reason.Length > 0),
        ParseResult.Rejected rejected => rejected.Format is not null,
        _ => false,
    };

    private static IEnumerable<Entry> Entries(ParseResult result) =>
        result is ParseResult.Parsed parsed ? parsed.Entries.OfType<ParsedEntry.Readable>().Select(readable => readable.Entry) : [];

    private static IEnumerable<WireLine> Lines(string file, ParseResult result) => result switch
    {
        ParseResult.Parsed parsed => parsed.Entries.Select(entry => entry switch
        {
            ParsedEntry.Readable readable => WireLine.Of(file, readable.Entry),
            ParsedEntry.Unreadable unreadable => new WireLine(file, "rejected") { Headline = unreadable.Label, Reason = unreadable.Reason },
            _ => throw new NotSupportedException(),
        }),
        ParseResult.Rejected rejected => [new WireLine(file, "rejected") { Reason = rejected.Reason }],
        _ => [new WireLine(file, "archive")],
    };
}
