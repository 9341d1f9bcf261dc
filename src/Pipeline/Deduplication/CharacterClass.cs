using System.Globalization;
using System.Text;

namespace Pipeline.Deduplication;

/// <summary>What a character does to the word it stands in.</summary>
internal static class CharacterClass
{
    public static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An apostrophe between letters, a group or decimal sign between digits, and marks without width (a soft hyphen) do not end a word.</summary>
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

    /// <summary>The scripts whose words no space parts: Thai, Lao, Myanmar, Khmer, kana, Han with its extensions (blocks of Unicode 16).</summary>
    public static bool IsSpaceless(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
