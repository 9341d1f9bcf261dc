using System.Globalization;

namespace Pipeline.Enrichment.Languages;

/// <summary>The character trigrams of a text's words, lower case, with <c>_</c> for the edge of a word.</summary>
internal static class Trigrams
{
    public static ulong Key(char a, char b, char c) => ((ulong)a << 32) | ((ulong)b << 16) | c;

    /// <summary>At most <paramref name="most"/> of them, from the start.</summary>
    public static List<ulong> FromText(string text, int most)
    {
        var found = new List<ulong>(Math.Min(most, text.Length + 1));
        var (before, last) = ('_', '_');
        foreach (var c in text)
        {
            var letter = char.IsAsciiLetter(c) ? (char)(c | ' ') : IsLetter(c) ? char.ToLowerInvariant(c) : c == '’' ? '\'' : '_';
            if (last != '_')
                found.Add(Key(before, last, letter));
            if (found.Count == most)
                return found;
            if (letter != '_' || last != '_')
                (before, last) = (last, letter);
        }

        if (last != '_')
            found.Add(Key(before, last, '_'));
        return found;
    }

    private static bool IsLetter(char c) =>
        char.IsLetter(c) || c == '\''
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
