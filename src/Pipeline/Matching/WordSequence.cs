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
    private char[] word = new char[32];
    private int length;
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
        sequence.Read(CompatibilityForm.Normalise(WellFormed(WebUtility.HtmlDecode(text))));
        sequence.NameBeginnings();
        return sequence.words;
    }

    /// <summary>The words with one space between them: equal for texts that differ in form alone.</summary>
    public static string Folded(string text) => Folded(FromText(text));

    public static string Folded(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Text));

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
            if (char.IsAscii(text[i]) && text[i] is not ('\'' or '.' or ','))
            {
                TakeAscii(text[i++]);
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            Take(text, i, rune);
            i += units;
        }

        EndWord();
    }

    // As Take does, for nearly all that most texts are made of.
    private void TakeAscii(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            if (length == 0)
                (isUpper, isCapitalized) = (char.IsAsciiLetterUpper(c), !sentenceBegins && char.IsAsciiLetterUpper(c));
            Append(char.IsAsciiLetterUpper(c) ? (char)(c | ' ') : c);
            return;
        }

        EndWord();
        beginsHere |= c is '\n' or '!' or '?';
        sentenceBegins |= c == '\n' || !char.IsWhiteSpace(c);
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
            Append(rune);
            EndWord();
        }
        else if (CharacterClass.IsWordPart(rune))
        {
            if (length == 0)
                (isUpper, isCapitalized) = (Rune.IsUpper(rune), !sentenceBegins && Rune.IsUpper(rune));
            Append(Rune.ToLowerInvariant(rune));
        }
        else if (!CharacterClass.IsInsideWord(text, i, rune))
        {
            // An initial ("W. Grainger") ends with a full stop that ends no sentence.
            var ends = rune.Value == '\n' || (IsStop(rune) && !(length == 1 && rune.Value == '.'));
            EndWord();
            beginsHere |= ends;
            if (!Rune.IsWhiteSpace(rune) || rune.Value == '\n')
                sentenceBegins = rune.Value != ',';
        }
        else if (rune.Value == '.')
        {
            Append('.');
        }
    }

    private void Append(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            Append(unit);
    }

    private void Append(char c)
    {
        if (length == word.Length)
            Array.Resize(ref word, 2 * length);
        word[length++] = c;
    }

    private void EndWord()
    {
        if (length == 0)
            return;
        words.Add(new Word(new string(word, 0, length), isCapitalized, beginsHere));
        begins.Add(isUpper);
        length = 0;
        sentenceBegins = false;
        beginsHere = false;
    }

    private static bool IsStop(Rune rune) => rune.Value is '.' or '!' or '?' or '…' or '。' or '．' or '।' or '؟' or '۔';
}
