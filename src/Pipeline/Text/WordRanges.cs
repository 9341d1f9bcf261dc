using System.Globalization;
using System.Text;

namespace Pipeline.Text;

/// <summary>
/// Cuts a text into words: at white space, and around every character of a script without spaces. Marks stay with the
/// character that they belong to.
/// </summary>
internal static class WordRanges
{
    /// <summary>Where the words stand, in order; white space is in none.</summary>
    public static IReadOnlyList<Range> Find(string text)
    {
        var words = new List<Range>();
        var start = 0;
        var standsAlone = false;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var isSpace = Rune.IsWhiteSpace(rune);
            var isAlone = Scripts.IsWrittenWithoutSpaces(rune);
            if (isSpace || isAlone || (standsAlone && !IsMark(rune)))
            {
                Add(words, start, i);
                start = isSpace ? i + length : i;
                standsAlone = isAlone;
            }

            i += length;
        }

        Add(words, start, text.Length);
        return words;
    }

    /// <summary>Words as text again, with a space where words need one.</summary>
    public static string Join(IReadOnlyList<string> chunks, int start, int count)
    {
        var text = new StringBuilder();
        for (var i = start; i < start + count; i++)
        {
            if (text.Length > 0 && !(StandsAlone(chunks[i]) || StandsAlone(chunks[i - 1])))
                text.Append(' ');
            text.Append(chunks[i]);
        }

        return text.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool StandsAlone(string chunk) => Rune.TryGetRuneAt(chunk, 0, out var rune) && Scripts.IsWrittenWithoutSpaces(rune);

    private static void Add(List<Range> words, int start, int end)
    {
        if (end > start)
            words.Add(start..end);
    }
}
