using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Articles;

namespace Pipeline.Evaluation;

/// <summary>
/// A wire item as a plain reading of its document finds it, apart from the parsers that are judged by it: only the facts that the
/// document states are there.
/// </summary>
internal sealed partial record WireItem
{
    public string? Guid { get; init; }

    public bool IsText { get; init; }

    public string? Headline { get; init; }

    /// <summary>The body's text without markup.</summary>
    public string Body { get; init; } = "";

    public string? Byline { get; init; }

    public string? Dateline { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> SubjectCodes { get; init; } = [];

    public string? Version { get; init; }

    public string? Status { get; init; }

    public string? Embargo { get; init; }

    public IReadOnlyList<string> Times { get; init; } = [];

    public static IEnumerable<WireItem> ReadAll(string name, byte[] document) =>
        name.EndsWith(".json", StringComparison.Ordinal) ? WireItemReader.FromJson(document) : WireItemReader.FromXml(document);

    /// <summary>What the entry lacks of this item, each with a word; empty for a complete one.</summary>
    public IEnumerable<string> Misses(Entry? entry)
    {
        if (entry?.Wire is not { } wire)
            return ["there is no entry"];
        var text = WireLine.PlainText(entry.ContentHtml ?? "");
        var times = new[] { entry.Published?.At, entry.Updated?.At };
        return new (string Fact, bool Holds)[]
        {
            ("headline", Headline is null || entry.Title == Headline),
            // Letter by letter: where two inline elements meet, a plain reading cannot tell one word from two.
            ($"body text, of {Words(Body).Count} words", string.Concat(Words(Body)) == string.Concat(Words(text))),
            ("byline", Byline is null
                || Words(Byline).SequenceEqual(Words(string.Join(' ', entry.Contributors.Select(person => person.Name))))),
            ("dateline", Dateline is null || entry.Dateline == Dateline),
            ("language", Language is null || entry.Language == Language),
            ("subjects", SubjectCodes.All(code => entry.Categories.Any(category => category.Term == code))),
            ("version", wire.Version == int.Parse(Version ?? "1", CultureInfo.InvariantCulture)),
            ("status", wire.Status.ToString().Equals(Status ?? "usable", StringComparison.OrdinalIgnoreCase)),
            ("embargo", Embargo is null ? wire.Embargo is null : wire.Embargo?.Until == Moment(Embargo)),
            ("times", Times.Select(Moment).All(time => times.Contains(time))),
        }.Where(fact => !fact.Holds).Select(fact => fact.Fact);
    }

    private static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    // "By", "Von" and "and" are how a byline is put, not who it names.
    private static List<string> Words(string text) =>
        [.. Word().Matches(text).Select(word => word.Value).Where(word => word is not ("By" or "Von" or "and"))];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
