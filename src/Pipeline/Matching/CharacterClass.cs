using System.Globalization;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>What a character does to the word it stands in.</summary>
internal static class CharacterClass
{
    private const char FirstNotListed = '\u3400';

    // Those of scripts with spaces; what is 0 has to be looked at more closely.
    private static readonly char[] SmallLetters = [.. Enumerable.Range(0, FirstNotListed).Select(c => FindSmall(new Rune(c)))];

    /// <summary>The small form of a letter or digit of a script with spaces, whatever stands beside it; 0 for any other
    /// character.</summary>
    public static char FindSmallLetter(char c) => c < FirstNotListed ? SmallLetters[c] : '\0';

    public static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An apostrophe between letters, a group or decimal sign between digits, and marks without width (a soft hyphen) do not end a
    /// word.</summary>
    public static bool IsInsideWord(string text, int i, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            return true;
        if (i == 0 || i + 1 >= text.Length)
            return false;
        return rune.Value is '\'' or '\u2019' or '\u02bc'
            ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
            : rune.Value is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
    }

    /// <summary>
    /// Han numerals that stand together are one number (三十一), as digits are; alone they are mostly grammar (一).
    /// </summary>
    public static bool IsNumeralInRun(string text, int i) =>
        IsHanNumeral(text[i]) && ((i > 0 && IsHanNumeral(text[i - 1])) || (i + 1 < text.Length && IsHanNumeral(text[i + 1])));

    public static bool IsHanNumeral(char c) =>
        c >= '〇' && "〇零一二三四五六七八九十百千万萬亿億".Contains(c, StringComparison.Ordinal);

    private static char FindSmall(Rune rune) => IsWordPart(rune) && !Scripts.IsWrittenWithoutSpaces(rune)
        && Rune.ToLowerInvariant(rune) is { IsBmp: true } small ? (char)small.Value : '\0';
}
