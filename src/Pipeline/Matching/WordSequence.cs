using System.Net;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>
/// A text as the words that copies of it share: width, case, quotes, entities, punctuation and white space are folded away
/// (NFKC, UAX 15). A script that is written without spaces has one word for each character.
/// </summary>
internal sealed class WordSequence
{
    private readonly List<Word> words = [];
    private readonly List<bool> begins = [];
    private readonly StringBuilder word = new();
    private bool sentenceBegins = true;
    private bool isCapitalized;
    private bool isUpper;
    private bool beginsHere = true;

    private WordSequence()
    {
    }

    public static IReadOnlyList<Word> FromText(string text)
    {
        var sequence = new WordSequence();
        sequence.Read(WellFormed(WebUtility.HtmlDecode(text)).Normalize(NormalizationForm.FormKC));
        sequence.NameBeginnings();
        return sequence.words;
    }

    /// <summary>The words with one space between them: equal for texts that differ in form alone.</summary>
    public static string Folded(string text) => string.Join(' ', FromText(text).Select(word => word.Text));

    // A feed that truncates by code unit leaves half a surrogate pair, on which Normalize throws; decoding runes replaces it.
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            wellFormed.Append(rune);
        return wellFormed.ToString();
    }

    private void Read(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            Take(text, i, rune);
            i += length;
        }

        EndWord();
    }

    // The first word of a sentence has a capital in any case; before another one that has, it is most probably part of a name (Tom Okoro).
    private void NameBeginnings()
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (begins[i] && !words[i].IsCapitalized && words[i + 1].IsCapitalized)
                words[i] = words[i] with { IsCapitalized = true };
        }
    }

    private void Take(string text, int i, Rune rune)
    {
        if (Scripts.IsWrittenWithoutSpaces(rune) && !CharacterClass.IsNumeralInRun(text, i))
        {
            EndWord();
            word.Append(rune);
            EndWord();
        }
        else if (CharacterClass.IsWordPart(rune))
        {
            if (word.Length == 0)
                (isUpper, isCapitalized) = (Rune.IsUpper(rune), !sentenceBegins && Rune.IsUpper(rune));
            Append(Rune.ToLowerInvariant(rune));
        }
        else if (!CharacterClass.IsInsideWord(text, i, rune))
        {
            // An initial ("W. Grainger") ends with a full stop that ends no sentence.
            var ends = rune.Value == '\n' || (IsStop(rune) && !(word.Length == 1 && rune.Value == '.'));
            EndWord();
            beginsHere |= ends;
            if (!Rune.IsWhiteSpace(rune) || rune.Value == '\n')
                sentenceBegins = rune.Value != ',';
        }
        else if (rune.Value == '.')
        {
            word.Append('.');
        }
    }

    private void Append(Rune rune)
    {
        if (rune.IsBmp)
            word.Append((char)rune.Value);
        else
            word.Append(rune);
    }

    private void EndWord()
    {
        if (word.Length == 0)
            return;
        words.Add(new Word(word.ToString(), isCapitalized, beginsHere));
        begins.Add(isUpper);
        word.Clear();
        sentenceBegins = false;
        beginsHere = false;
    }

    private static bool IsStop(Rune rune) => rune.Value is '.' or '!' or '?' or '…' or '。' or '．' or '।' or '؟' or '۔';
}
