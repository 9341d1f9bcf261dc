using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.Evaluation;

/// <summary>Compares what was read with what feedparser reports: text by its words, moments in UTC, everything else exactly.</summary>
internal static class FeedComparison
{
    private static readonly string[] Texts = ["summary", "content"];

    private static readonly string[] Exact = ["link", "id", "published", "updated"];

    /// <summary>One line for each fact that differs; empty where the documents agree.</summary>
    public static IReadOnlyList<string> Misses(JsonObject expected, JsonObject actual)
    {
        var (wanted, got) = (expected["entries"]!.AsArray(), actual["entries"]!.AsArray());
        if (wanted.Count != got.Count)
            return [$"{got.Count} entries, not {wanted.Count} ({(string?)actual["rejected"]})"];
        return [.. wanted.Zip(got).SelectMany(pair => OfEntry(pair.First!.AsObject(), pair.Second!.AsObject()))];
    }

    private static IEnumerable<string> OfEntry(JsonObject wanted, JsonObject got)
    {
        var differences = Texts.Where(name => name != "summary" || !IsContentAgain(wanted, got)).Select(
            name => Compare(name, Wanted(wanted[name], VisibleHtml.Text(Value(got[name]))), VisibleHtml.Text(Value(got[name]))))
            .Concat(Exact.Select(name => Compare(name, Value(wanted[name]), Value(got[name]))))
            .Append(Compare("title", Wanted(wanted["title"], Words(Value(got["title"]))), Words(Value(got["title"]))))
            .Append(Compare("author", Person(wanted), Person(got)))
            .Append(Compare("language", Language(wanted), Language(got)))
            .Append(Compare("tags", Rows(wanted["tags"]), Rows(got["tags"])))
            .Append(Compare("enclosures", Rows(wanted["enclosures"]), Rows(got["enclosures"])));
        return differences.OfType<string>();
    }

    // feedparser gives the content again as the summary of most entries that have none.
    private static bool IsContentAgain(JsonObject wanted, JsonObject got) =>
        Value(got["summary"]).Length == 0 && Value(wanted["summary"]) == Value(wanted["content"]);

    private static string? Compare(string name, string wanted, string got) =>
        wanted == got ? null : $"{name} is «{Short(got)}», not «{Short(wanted)}»";

    // feedparser leaves plain text as it stands and marked-up text as HTML, and says nowhere which it is.
    private static string Wanted(JsonNode? wanted, string got) =>
        Words(Value(wanted)) == got ? got : VisibleHtml.Text(Value(wanted));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // "name (address)", "address (name)" and "name <address>" are one person.
    private static string Person(JsonObject entry) =>
        string.Join(' ',
            Value(entry["author"]).Split([' ', '(', ')', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static string Language(JsonObject entry) => Value(entry["language"]).Replace('_', '-').ToUpperInvariant();

    private static string Rows(JsonNode? rows) =>
        string.Join(" | ",
            (rows?.AsArray() ?? []).Select(
                row => string.Join(',', row!.AsObject().Select(pair => $"{pair.Key}={Value(pair.Value)}").Order(StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal));

    private static string Value(JsonNode? node) =>
        node is null ? "" : Convert.ToString(node.AsValue().ToString(), CultureInfo.InvariantCulture)!.Trim();

    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
