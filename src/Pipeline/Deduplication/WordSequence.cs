using System.Globalization;
using System.Net;
using System.Text;

namespace Pipeline.Deduplication;

/// <summary>
/// A text as the words that copies of it share: width, case, quotes, entities, punctuation and white space are folded away (NFKC, UAX 15).
/// A script that is written without spaces has one word for each character.
/// </summary>
internal static class WordSequence
{
    public static IReadOnlyList<string> Of(string text)
    {
        var folded = WebUtility.HtmlDecode(text).Replace("\u00ad", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < folded.Length;)
        {
            Rune.DecodeFromUtf16(folded.AsSpan(i), out var rune, out var length);
            if (IsSpaceless(rune))
            {
                Flush(words, word);
                words.Add(rune.ToString());
            }
            else if (IsWordPart(rune))
            {
                word.Append(rune);
            }
            else if (!IsInsideWord(folded, i, rune))
            {
                Flush(words, word);
            }
            else if (rune.Value == '.')
            {
                word.Append('.');
            }

            i += length;
        }

        Flush(words, word);
        return words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsWordPart(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>An apostrophe between letters, a group or decimal sign between digits, and marks without width do not end a word.</summary>
    private static bool IsInsideWord(string text, int i, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            return true;
        if (i == 0 || i + 1 >= text.Length)
            return false;
        return rune.Value is '\'' or '\u2019' or '\u02bc'
            ? char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
            : rune.Value is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
    }

    private static bool IsSpaceless(Rune rune) => rune.Value is
        (>= 0x0E00 and <= 0x0EFF) // Thai, Lao
        or (>= 0x1000 and <= 0x109F) // Myanmar
        or (>= 0x1780 and <= 0x17FF) // Khmer
        or (>= 0x3041 and <= 0x30FF) // kana
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF); // Han and its extensions
}
