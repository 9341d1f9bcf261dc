using System.Globalization;
using System.Text;

namespace Pipeline.Matching;

/// <summary>
/// NFKC (UAX 15) of texts of which hardly a character changes. Only those that may, with the one before them, go to the library: it looks
/// up every character of a text that has a single quotation mark in it. Before a character that is stable and no mark a text may be parted.
/// </summary>
internal static class CompatibilityForm
{
    private const char FirstNotListed = '\u3400';

    private static readonly bool[] Stable = [.. Enumerable.Range(0, FirstNotListed).Select(c => IsFoundStable((char)c))];

    public static string Normalise(string text)
    {
        var at = NextUnstable(text, 0);
        if (at == text.Length)
            return text;
        var (result, copied) = (new StringBuilder(text.Length), 0);
        for (; at < text.Length; at = NextUnstable(text, copied))
        {
            var (start, end) = (Math.Max(copied, at - 1), at + 1);
            while (end < text.Length && !IsStable(text[end]))
                end++;
            result.Append(text, copied, start - copied).Append(text[start..end].Normalize(NormalizationForm.FormKC));
            copied = end;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private static int NextUnstable(string text, int from)
    {
        while (from < text.Length && IsStable(text[from]))
            from += char.IsAscii(text[from]) ? LengthOfAscii(text.AsSpan(from)) : 1;
        return from;
    }

    private static int LengthOfAscii(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('\0', '\u007F') is >= 0 and var end ? end : text.Length;

    // Han ideographs and syllables of Hangul are stable; of what else is so high, little is written.
    private static bool IsStable(char c) => c < FirstNotListed ? Stable[c]
        : c is <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    // Marks, and the vowels and ends of Hangul, join what stands before them.
    private static bool IsFoundStable(char c) =>
        char.IsAscii(c)
        || (c is < '\u1100' or > '\u11FF' && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            && IsUnchanged(c.ToString()));

    private static bool IsUnchanged(string character) => character.Normalize(NormalizationForm.FormKC) == character;
}
