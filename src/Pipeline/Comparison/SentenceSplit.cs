using System.Text.RegularExpressions;

namespace Pipeline.Comparison;

/// <summary>Sentences of a text, in its order, as written: a line end, a stop before white space, or a full-width stop ends one.</summary>
internal static partial class SentenceSplit
{
    public static IReadOnlyList<string> Split(string text) =>
        [.. Ends().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    [GeneratedRegex(@"\n+|(?<=[.!?…]['""”’)\]]?)\s+|(?<=[。！？])(?![」』”’）。！？])|(?<=[。！？][」』”’）])",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Ends();
}
