using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>
/// Writes what one language writes in two scripts in one of them, so that a copy in the other script has the same words: Traditional
/// Chinese as Simplified (character by character, OpenCC's table) and Serbian Cyrillic as Latin. It is for comparing, never for showing.
/// </summary>
internal static class ScriptFolding
{
    private const char FirstFolded = '\u0400';

    private static readonly Dictionary<char, char> Simplified =
        EmbeddedText.Lines("Matching.Data.TraditionalToSimplified.txt").ToDictionary(line => line[0], line => line[1]);

    // The Serbian alphabet of 30 letters; those of other Cyrillic alphabets stay, which is as well for comparing Russian with Russian.
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['ђ'] = "đ",
        ['е'] = "e",
        ['ж'] = "ž",
        ['з'] = "z",
        ['и'] = "i",
        ['ј'] = "j",
        ['к'] = "k",
        ['л'] = "l",
        ['љ'] = "lj",
        ['м'] = "m",
        ['н'] = "n",
        ['њ'] = "nj",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['ћ'] = "ć",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "h",
        ['ц'] = "c",
        ['ч'] = "č",
        ['џ'] = "dž",
        ['ш'] = "š",
    };

    public static Word Fold(Word word)
    {
        if (word.Text.Length == 1 && word.Text[0] >= FirstFolded)
            return Simplified.TryGetValue(word.Text[0], out var character) ? word with { Text = character.ToString() } : FoldLetters(word);
        return FoldLetters(word);
    }

    // Nothing before the Cyrillic block is written in another script; most words of most texts end here.
    private static bool IsFolded(string text)
    {
        foreach (var c in text)
        {
            if (c >= FirstFolded && (Latin.ContainsKey(c) || Simplified.ContainsKey(c)))
                return true;
        }

        return false;
    }

    // Han numerals stand together in one word (三萬), so that more than one character may have to be folded.
    private static Word FoldLetters(Word word)
    {
        if (!IsFolded(word.Text))
            return word;
        var folded = new StringBuilder(word.Text.Length);
        foreach (var c in word.Text)
        {
            if (Latin.TryGetValue(c, out var letters))
                folded.Append(letters);
            else
                folded.Append(Simplified.GetValueOrDefault(c, c));
        }

        return word with { Text = folded.ToString() };
    }
}
