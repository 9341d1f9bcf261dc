using System.Text;
using System.Text.Json;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Json;
using Pipeline.Parsing.Wire;

namespace Pipeline.Parsing.Archives;

/// <summary>Takes JSON Lines apart: each line is a ninjs item, a JSON Feed item or a whole JSON Feed, and a member of its own.</summary>
internal sealed class JsonLinesParser : IFormatParser
{
    private const string Format = "JSON Lines";

    // A line may be broken, or hold what is no item: one of the first few shows what the file is.
    private const int Examined = 10;

    private static readonly string[] FeedItemTexts = ["content_html", "content_text", "title", "summary"];

    public ParseResult? TryParse(ParserInput input)
    {
        if (input.File.Bytes.Span.TrimStart(" \t\r\n\ufeff"u8) is not [(byte)'{', ..])
            return null;
        var first = Lines(input.Text.Value).Take(Examined).Select(line => line.Text).ToList();
        if (first.Count < 2 || !IsObject(first[0]) || !IsObject(first[1]))
            return null;
        if (first[0].Contains("\"json-pages-", StringComparison.Ordinal))
            return new ParseResult.Rejected(
                "the page list of a web archive: its pages are in the archive's WARC files")
            { Format = Format };
        if (!first.Select(KindOf).Any(kind => kind is LineKind.Whole or LineKind.FeedItem))
            return null;
        return Unpacking.TooDeep(input, Format) ?? (ParseResult)new ParseResult.Archive(Format, Members(input));
    }

    // The first line of a JSON value that is written over several lines is only its brace.
    private static bool IsObject(string line) =>
        line is ['{', .. var inside] && inside.TrimStart() is ['"', ..] or "}" && line[^1] is not ('[' or '{' or ',');

    private static IEnumerable<ArchiveMember> Members(ParserInput input)
    {
        var unpacking = new Unpacking(input);
        foreach (var (number, text) in Lines(input.Text.Value))
        {
            var name = $"line {number}";
            yield return KindOf(text) switch
            {
                null => unpacking.Refuse(name, "the line is no JSON object"),
                LineKind.FeedItem => unpacking.Read(name, Feed(text), file => file),
                _ => unpacking.Read(name, Encoding.UTF8.GetBytes(text), file => file),
            };
            if (unpacking.IsExhausted)
                yield break;
        }
    }

    private static byte[] Feed(string item) =>
        Encoding.UTF8.GetBytes($$"""{"version":"https://jsonfeed.org/version/1.1","items":[{{item}}]}""");

    private static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.Split('\n').Select((line, index) => (index + 1, line.Trim())).Where(line => line.Item2.Length > 0);

    private static LineKind? KindOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(LenientJson.MendSurrogates(line));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var item = new NinjsObject(json.RootElement);
            if (NinjsEnvelope.Unwrap([json.RootElement]).Count > 0 || item.Has("items"))
                return LineKind.Whole;
            return (item.Has("id") || item.Has("url")) && FeedItemTexts.Any(item.Has) ? LineKind.FeedItem : LineKind.Other;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private enum LineKind
    {
        Whole,
        FeedItem,
        Other,
    }
}
