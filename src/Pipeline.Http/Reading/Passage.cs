using System.Buffers;
using Pipeline.Text;

namespace Pipeline.Http.Reading;

/// <summary>Cuts the passage out of a text that shows why it was found.</summary>
internal static class Passage
{
    private const int MaxLength = 300;
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?。！？؟\n");

    /// <summary>The sentence with the most of the tokens, the first of several; <c>null</c> where none has any.</summary>
    public static string? Find(string text, IReadOnlyList<string> tokens)
    {
        var (best, most) = ((string?)null, 0);
        foreach (var sentence in Split(text))
        {
            var has = SearchTokens.Split(sentence);
            var matches = tokens.Count(token => has.Any(own => own == token || (token.Length > 1 && IsBeginning(token, own))));
            if (matches > most)
                (best, most) = (sentence, matches);
        }

        return best;
    }

    // One character of a pair, or a word of which only the beginning was asked for.
    private static bool IsBeginning(string token, string own) => own.StartsWith(token, StringComparison.Ordinal);

    private static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Ends);
            var length = end < 0 ? text.Length - start : end + 1;
            // A text without full stops is cut, but never within a character.
            if (length > MaxLength)
                length = char.IsLowSurrogate(text[start + MaxLength]) ? MaxLength - 1 : MaxLength;
            yield return text.Substring(start, length).Trim();
            start += length;
        }
    }
}
