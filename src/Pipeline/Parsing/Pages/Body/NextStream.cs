using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Parsing.Json;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>
/// The data that Next.js streams into a page: scripts that each push a piece, <c>self.__next_f.push([1,"…"])</c>, and together make rows
/// of an id, a colon and a value. A long text is a row of its own (<c>24:T1f3a,…</c>, its length in bytes of UTF-8), to which another row
/// points (<c>"$24"</c>).
/// </summary>
internal static class NextStream
{
    private const string Name = "self.__next_f";
    private const string Push = ".push(";

    // The first piece also makes the list: "(self.__next_f=self.__next_f||[]).push(".
    private const int MaxBefore = 80;

    // Articles have one long text or a few; more of them are other data.
    private const int MaxTexts = 40;

    public static bool IsPiece(string script) =>
        script.AsSpan().TrimStart('(').StartsWith(Name, StringComparison.Ordinal) && StartOf(script) >= 0;

    /// <summary>The rows that are JSON, each with the texts to which it points in their places.</summary>
    /// <param name="scripts">The pieces, in the order of the page.</param>
    public static IEnumerable<string> Rows(IEnumerable<string> scripts)
    {
        var (rows, texts) = Split(string.Concat(scripts.SelectMany(Pieces)));
        foreach (var (id, text) in texts.Take(MaxTexts))
        {
            var reference = $"\"${id}\"";
            var at = rows.FindIndex(row => row.Contains(reference, StringComparison.Ordinal));
            if (at < 0)
                continue;
            var start = rows[at].IndexOf(reference, StringComparison.Ordinal);
            rows[at] = $"{rows[at][..start]}{JsonSerializer.Serialize(text)}{rows[at][(start + reference.Length)..]}";
        }

        return rows;
    }

    private static IEnumerable<string> Pieces(string script) =>
        LenientJson.Parse(script[(StartOf(script) + Push.Length)..].TrimEnd(' ', ';', ')', '\n'))
            is { ValueKind: JsonValueKind.Array } pieces
            ? pieces.EnumerateArray().Where(piece => piece.ValueKind == JsonValueKind.String).Select(piece => piece.GetString()!)
            : [];

    private static int StartOf(string script) =>
        script.IndexOf(Push, 0, Math.Min(script.Length, MaxBefore), StringComparison.Ordinal);

    private static (List<string> Rows, List<(string Id, string Text)> Texts) Split(string stream)
    {
        var (rows, texts) = (new List<string>(), new List<(string, string)>());
        for (var at = 0; at < stream.Length;)
        {
            var end = stream.IndexOf('\n', at) is var line && line < 0 ? stream.Length : line;
            var colon = stream.IndexOf(':', at, end - at);
            if (colon >= 0 && LengthAt(stream, colon + 1) is var (start, bytes))
            {
                var length = CharactersIn(stream, start, bytes);
                texts.Add((stream[at..colon], stream.Substring(start, length)));
                at = start + length;
                continue;
            }

            if (colon >= 0 && colon + 1 < end && stream[colon + 1] is '{' or '[')
                rows.Add(stream[(colon + 1)..end]);
            at = end + 1;
        }

        return (rows, texts);
    }

    // "T1f3a," and where the text begins behind it.
    private static (int Start, int Bytes)? LengthAt(string stream, int at)
    {
        if (at >= stream.Length || stream[at] != 'T')
            return null;
        var comma = stream.IndexOf(',', at, Math.Min(10, stream.Length - at));
        return comma > at + 1 && int.TryParse(
            stream.AsSpan(at + 1, comma - at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes)
            && bytes >= 0 ? (comma + 1, bytes) : null;
    }

    private static int CharactersIn(string stream, int start, int bytes)
    {
        var at = start;
        while (at < stream.Length && bytes > 0)
        {
            Rune.DecodeFromUtf16(stream.AsSpan(at), out var rune, out var taken);
            bytes -= rune.Utf8SequenceLength;
            at += taken;
        }

        return at - start;
    }
}
