using System.Text;
using Pipeline.Text;

namespace Pipeline.Enrichment.Measures;

/// <summary>
/// How long a text is, as its writing counts: runs of letters and digits are words, and characters of scripts that are
/// written without spaces (Han, kana, Thai, Lao, Khmer, Burmese) count one each.
/// </summary>
/// <param name="Words">Runs of word characters.</param>
/// <param name="Characters">Characters of scripts without spaces.</param>
internal readonly record struct TextMeasure(int Words, int Characters)
{
    public int Count => Words + Characters;

    public static TextMeasure FromText(string text)
    {
        var (words, characters, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var alone = Scripts.IsWrittenWithoutSpaces(rune);
            var letter = !alone && (Rune.IsLetterOrDigit(rune) || (inWord && IsInsideWords(rune)));
            characters += alone ? 1 : 0;
            words += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return new TextMeasure(words, characters);
    }

    // Apostrophes, hyphens, points in numbers and combining marks do not end a word.
    private static bool IsInsideWords(Rune rune) =>
        rune.Value is '\'' or '’' or '-' or '.' or ',' or '\u200C' or '\u200D' || Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
