using System.Buffers;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>The built-in background model: which words are common, without any statistics at run time.</summary>
internal static class WordKinds
{
    private const int MaxShortWordLength = 3;

    // Thai comes first of the scripts without spaces.
    private const char FirstSpaceless = '\u0E00';

    /// <summary>The word that stands in a text with these letters.</summary>
    /// <param name="text">Folded, by <see cref="ScriptFolding"/> as well; not empty.</param>
    /// <param name="isPlain">Of ASCII letters alone, as most words of most texts are.</param>
    /// <param name="isCapitalized">Written with a capital where no sentence begins.</param>
    /// <param name="startsSentence">The first of a sentence or of a line.</param>
    public static Word Classify(ReadOnlySpan<char> text, bool isPlain, bool isCapitalized, bool startsSentence)
    {
        var hash = WordHash.Compute(text);
        var word = ListedWords.Find(hash) ?? (isPlain ? ClassifyLetters(text, hash) : ClassifyUnlisted(text, hash));
        return new Word(
            word.Hash, word.Kind == WordKind.Ordinary && isCapitalized ? WordKind.Name : word.Kind,
            startsSentence ? word.Traits | WordTraits.StartsSentence : word.Traits);
    }

    /// <summary>A word that no list names.</summary>
    public static Word ClassifyUnlisted(ReadOnlySpan<char> text, ulong hash)
    {
        var traits = ScriptOf(text);
        if (IsNumber(text))
            return new Word(hash, WordKind.Number, traits);
        return traits == WordTraits.None ? ClassifyLetters(text, hash) : new Word(hash, WordKind.Ordinary, traits);
    }

    private static Word ClassifyLetters(ReadOnlySpan<char> text, ulong hash) => text.Length <= MaxShortWordLength
        ? new Word(hash, WordKind.Common, WordTraits.Common) : new Word(hash, WordKind.Ordinary, WordTraits.None);

    private static WordTraits ScriptOf(ReadOnlySpan<char> text)
    {
        if (text[0] < FirstSpaceless || Rune.DecodeFromUtf16(text, out var first, out _) != OperationStatus.Done
            || !Scripts.IsWrittenWithoutSpaces(first))
            return WordTraits.None;
        return Scripts.IsHan(first) || Scripts.IsKana(first) ? WordTraits.Spaceless | WordTraits.EastAsian : WordTraits.Spaceless;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c) && c != '.' && !CharacterClass.IsHanNumeral(c))
                return false;
        }

        return word.Length > 1 || char.IsAsciiDigit(word[0]);
    }
}
