using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Feeds;

/// <summary>Takes apart a file in which several feeds were written one behind the other, as scripts do that append to a file.</summary>
internal static partial class FeedDocuments
{
    /// <summary>The documents in order; only one in most files.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">Where the first document starts.</param>
    public static IReadOnlyList<string> Split(string text, int start)
    {
        var documents = new List<string>();
        var (from, examined, isCharacterData) = (start, start, false);
        foreach (var boundary in Boundary().EnumerateMatches(text, start))
        {
            var at = boundary.Index + text.AsSpan(boundary.Index, boundary.Length).IndexOf('>') + 1;
            isCharacterData = EndsInCharacterData(text.AsSpan(examined, at - examined), isCharacterData);
            examined = at;
            if (isCharacterData)
                continue;
            documents.Add(text[from..at]);
            from = boundary.Index + boundary.Length;
        }

        documents.Add(text[from..]);
        return documents;
    }

    // A text that shows how feeds are written stands in a CDATA section, or is escaped.
    private static bool EndsInCharacterData(ReadOnlySpan<char> text, bool startsInside)
    {
        var (open, close) = (text.LastIndexOf("<![CDATA["), text.LastIndexOf("]]>"));
        return open < 0 && close < 0 ? startsInside : open > close;
    }

    // The end of one root, and behind comments the start of the next one or of its declaration.
    [GeneratedRegex(
        @"</(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|entry)\s*>[\s\ufeff]*(?><!--[^>]{0,1000}-->[\s\ufeff]*)*"
            + @"(?=<\?xml\s|<(?:[\w.-]{1,40}:)?(?:rss|rdf|feed)[\s>])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Boundary();
}
