using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Reads front matter that its own language refuses (<c>title: 'It's on'</c>, <c>title: War: day two</c>), a line at a time:
/// keys at the margin, list items, indented continuations. Exporters that paste titles unquoted write such files by the thousand.
/// </summary>
internal static partial class LineByLine
{
    /// <summary>The facts that could be read with the problem as a note, or only the problem where no line is a key.</summary>
    public static FrontMatterReading Read(string header, char separator, string problem)
    {
        var facts = new List<(string Key, string First, List<string> Behind)>();
        foreach (var line in header.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (KeyOf(line, separator) is { } key)
                facts.Add((key, line[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim(), []));
            else if (facts.Count > 0)
                facts[^1].Behind.Add(line);
        }

        var values = new JsonObject();
        foreach (var (key, first, behind) in facts)
            values[FrontMatter.Key(key)] = Value(first, behind);
        return new FrontMatterReading(facts.Count > 0 ? values : null, problem);
    }

    private static string? KeyOf(string line, char separator) =>
        line.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && Key().Match(line[..at].TrimEnd()) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static JsonNode? Value(string first, List<string> behind)
    {
        var items = behind.Select(line => ListItem().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)
            .ToList();
        if (items.Count > 0)
            return List(items);
        if (first is ['[', .. var inner, ']'])
            return List(inner.Split(','));

        // A line at the margin that is no key is what broke the language: nothing tells what it belongs to.
        var continued = behind.Where(line => char.IsWhiteSpace(line[0])).Select(line => line.Trim());
        var text = string.Join(' ', BlockMark().IsMatch(first) ? continued : continued.Prepend(first));
        return text.Length > 0 ? JsonValue.Create(Unquoted(text)) : null;
    }

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(Unquoted(item.Trim())))]);

    private static string Unquoted(string text) =>
        text is ['\'' or '"', .. var inner, '\'' or '"'] && text[0] == text[^1] ? inner.Replace("''", "'", StringComparison.Ordinal) : text;

    [GeneratedRegex(@"^[""']?([A-Za-z_][\w .-]{0,60}?)[""']?$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*-(?>\s+)(.+)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^[|>][-+]?\d?$", RegexOptions.None, MatchTimeout)]
    private static partial Regex BlockMark();
}
