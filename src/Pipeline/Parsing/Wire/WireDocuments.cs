using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Wire;

/// <summary>Takes apart a file in which several wire documents were written one behind the other.</summary>
internal static partial class WireDocuments
{
    /// <summary>The documents in order; only one in most files.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">Where the first document starts.</param>
    public static IReadOnlyList<string> Split(string text, int start)
    {
        var documents = new List<string>();
        var from = start;
        foreach (var next in Declaration().EnumerateMatches(text, start))
        {
            // A declaration that a CDATA section shows is a part of its document.
            if (IsInCharacterData(text.AsSpan(from, next.Index - from)))
                continue;
            documents.Add(text[from..(next.Index + 1)]);
            from = next.Index + next.Length;
        }

        documents.Add(text[from..]);
        return documents;
    }

    private static bool IsInCharacterData(ReadOnlySpan<char> text) => text.LastIndexOf("<![CDATA[") > text.LastIndexOf("]]>");

    // A declaration may stand only before a root (XML 1.0 §2.8): behind the end of an element, another document starts with it.
    [GeneratedRegex(@"(?<=</[\w.:-]{1,80}\s{0,20})>[\s\ufeff]*(?=<\?xml\s)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Declaration();
}
