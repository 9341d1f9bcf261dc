using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Evaluation;

/// <summary>
/// Runs the <c>feeds</c> corpus: the share of documents in which every fact that the article model carries agrees with what
/// feedparser reports, over all, over well-formed and malformed documents, and by folder. Each miss is printed with what
/// <c>feed-misses.json</c> says of it.
/// </summary>
internal static class FeedsEvaluation
{
    // Documents with headers were served to feedparser from this address, which its expectations show.
    private const string TestServer = "http://127.0.0.1:8097/tests/";

    /// <param name="folder">The corpus's <c>feeds</c> folder.</param>
    /// <param name="dump">Where to write what the pipeline produced; <c>null</c> to write nothing.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(string folder, string? dump, CancellationToken cancellationToken)
    {
        var parser = new FileParser(new ParsingSettings());
        var outcomes = new List<Outcome>();
        var produced = new List<string>();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, "expected.jsonl"), cancellationToken))
        {
            var expected = JsonNode.Parse(line)!.AsObject();
            var actual = FeedFacts.Of(expected, parser.Parse(await ReadAsync(folder, expected, cancellationToken)));
            produced.Add(actual.ToJsonString());
            outcomes.Add(new Outcome((string)expected["file"]!, (bool)expected["malformed"]!, FeedComparison.Misses(expected, actual)));
        }

        if (dump is not null)
            await File.WriteAllLinesAsync(Path.Combine(dump, "feeds.jsonl"), produced, cancellationToken);
        var reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "feed-misses.json"), cancellationToken))!;
        return new EvaluationReport(
            Figures(outcomes))
        { Misses = [.. outcomes.Where(outcome => !outcome.Agrees).Select(outcome => Explain(outcome, reasons))] };
    }

    private static async Task<DroppedFile> ReadAsync(string folder, JsonObject expected, CancellationToken cancellationToken)
    {
        var file = (string)expected["file"]!;
        var headers = (expected["http_headers"] as JsonObject)?.ToDictionary(
            pair => pair.Key, pair => (string?)pair.Value, StringComparer.OrdinalIgnoreCase) ?? [];
        return new DroppedFile($"feeds/{file}", await File.ReadAllBytesAsync(Path.Combine(folder, "files", file), cancellationToken))
        {
            ContentType = headers.GetValueOrDefault("content-type"),
            ContentLanguage = headers.GetValueOrDefault("content-language"),
            Address = headers.Count == 0 ? null : new Uri(new Uri(TestServer + file), headers.GetValueOrDefault("content-location") ?? ""),
        };
    }

    private static Dictionary<string, double> Figures(List<Outcome> outcomes)
    {
        var groups = outcomes.SelectMany(
            outcome => new[] { "all", outcome.Malformed ? "malformed" : "wellformed", outcome.Folder }.Distinct(),
            (outcome, group) => (group, outcome.Agrees));
        return groups.GroupBy(pair => pair.group).ToDictionary(
            group => $"feeds.{group.Key}", group => group.Average(pair => pair.Agrees ? 1.0 : 0.0));
    }

    // A reason begins with its kind: "judgement: ...".
    private static Miss Explain(Outcome outcome, Dictionary<string, string> reasons)
    {
        var reason = reasons.GetValueOrDefault(outcome.File, "not explained");
        return new Miss(reason.Split(':')[0], $"{outcome.File}: {reason} [{string.Join("; ", outcome.Misses)}]");
    }

    private sealed record Outcome(string File, bool Malformed, IReadOnlyList<string> Misses)
    {
        public bool Agrees => Misses.Count == 0;

        // The corpus's own folder, below "wellformed" which the figure of that name already covers.
        public string Folder => string.Join('/', File.Split('/')[..^1]).Replace("wellformed/", "", StringComparison.Ordinal);
    }
}
