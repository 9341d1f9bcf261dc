using System.Collections.Frozen;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>
/// Writes what one language writes in two scripts in one of them, so that a copy in the other script has the same words: Traditional
/// Chinese as Simplified (character by character, OpenCC's table) and Serbian Cyrillic as Latin. It is for comparing, never for showing.
/// </summary>
internal static class ScriptFolding
{
    // Nothing before the Cyrillic block is written in another script.
    private const char FirstFolded = '\u0400';

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

    private static readonly FrozenDictionary<char, string> Folded = EmbeddedText.Lines("Matching.Data.TraditionalToSimplified.txt")
        .Select(line => (From: line[0], To: line[1..2])).Concat(Latin.Select(pair => (From: pair.Key, To: pair.Value)))
        .ToFrozenDictionary(pair => pair.From, pair => pair.To);

    /// <param name="word">In lower case.</param>
    /// <returns>The word itself where nothing of it is written otherwise, as most words of most texts are.</returns>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c >= FirstFolded && Folded.TryGetValue(c, out var letters))
                return word.Length == 1 ? letters : FoldEach(word);
        }

        return word;
    }

    // Han numerals stand together in one word (三萬), so that more than one character may have to be folded.
    private static string FoldEach(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (Folded.TryGetValue(c, out var letters))
                folded.Append(letters);
            else
                folded.Append(c);
        }

        return folded.ToString();
    }
}
