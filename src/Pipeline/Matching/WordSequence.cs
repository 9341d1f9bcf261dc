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
    // What each character of ASCII is in a word; 0 for what is no part of one.
    private static readonly char[] AsciiLetters =
        [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : '\0')];

    // The words with one space after each; the last of them begins at "start" and is not complete.
    private readonly List<Place> places;
    private char[] letters;
    private int start;
    private int length;
    private bool sentenceBegins = true;
    private bool isCapitalized;
    private bool isUpper;
    private bool beginsHere = true;

    private WordSequence(int characters)
    {
        letters = GC.AllocateUninitializedArray<char>(characters + 32);
        places = new List<Place>((characters / 5) + 8);
    }

    /// <summary>How many words.</summary>
    public int Count => places.Count;

    public static WordSequence FromText(string text)
    {
        var normal = CompatibilityForm.Normalise(WellFormed(WebUtility.HtmlDecode(text)));
        var sequence = new WordSequence(normal.Length);
        sequence.Read(normal);
        sequence.NameBeginnings();
        return sequence;
    }

    /// <summary>The words of a text with one space between them.</summary>
    public static string Folded(string text) => FromText(text).ToString();

    /// <summary>The words with one space between them: equal for texts that differ in form alone.</summary>
    public override string ToString() => new(letters, 0, Math.Max(0, start - 1));

    /// <summary>The words as texts are compared by, whatever script they are in and however small numbers are written.</summary>
    public Word[] ToWords()
    {
        var words = new Word[places.Count];
        for (var (i, at) = (0, 0); i < words.Length; at += places[i++].Length + 1)
        {
            var text = ScriptFolding.Fold(letters.AsSpan(at, places[i].Length));
            words[i] = WordKinds.Classify(text, places[i].IsCapitalized, places[i].StartsSentence);
        }

        return words;
    }

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
                i += TakeAscii(text.AsSpan(i));
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
            Take(text, i, rune);
            i += units;
        }

        EndWord();
    }

    // As Take does, for nearly all that most texts are made of.
    private int TakeAscii(ReadOnlySpan<char> text)
    {
        var c = text[0];
        if (AsciiLetters[c] != '\0')
        {
            if (length == 0)
                BeginWord(char.IsAsciiLetterUpper(c));
            return AppendAscii(text);
        }

        EndWord();
        beginsHere |= c is '\n' or '!' or '?';
        sentenceBegins |= c == '\n' || !char.IsWhiteSpace(c);
        return 1;
    }

    // The first word of a sentence has a capital in any case; before another one that has, it is most probably part of a name (Tom Okoro).
    private void NameBeginnings()
    {
        for (var i = 0; i + 1 < places.Count; i++)
        {
            if (places[i].IsUpper && !places[i].IsCapitalized && places[i + 1].IsCapitalized)
                places[i] = places[i] with { IsCapitalized = true };
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
                BeginWord(Rune.IsUpper(rune));
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

    // A loop, as words are too short for anything that looks at many characters at once.
    private int AppendAscii(ReadOnlySpan<char> text)
    {
        var room = Reserve(1);
        var run = 0;
        while (run < text.Length && run < room.Length && text[run] < AsciiLetters.Length && AsciiLetters[text[run]] is not '\0' and var c)
            room[run++] = c;
        length += run;
        return run;
    }

    private void BeginWord(bool withCapital) => (isUpper, isCapitalized) = (withCapital, !sentenceBegins && withCapital);

    private void Append(Rune rune) => length += rune.EncodeToUtf16(Reserve(2));

    private void Append(char c)
    {
        Reserve(1)[0] = c;
        length++;
    }

    // Room for so many letters of the word or more, and for the space behind it.
    private Span<char> Reserve(int count)
    {
        var end = start + length;
        if (end + count >= letters.Length)
            Array.Resize(ref letters, (2 * letters.Length) + count);
        return letters.AsSpan(end, letters.Length - end - 1);
    }

    private void EndWord()
    {
        if (length == 0)
            return;
        places.Add(new Place(length, isCapitalized, isUpper, beginsHere));
        start += length;
        letters[start++] = ' ';
        length = 0;
        sentenceBegins = false;
        beginsHere = false;
    }

    private static bool IsStop(Rune rune) => rune.Value is '.' or '!' or '?' or '…' or '。' or '．' or '।' or '؟' or '۔';

    /// <summary>How long a word is, and how it is written.</summary>
    /// <param name="Length">In characters, as it is folded.</param>
    /// <param name="IsCapitalized">With a capital where no sentence begins, or as the first part of a name.</param>
    /// <param name="IsUpper">With a capital.</param>
    /// <param name="StartsSentence">The first of a sentence or of a line.</param>
    private readonly record struct Place(int Length, bool IsCapitalized, bool IsUpper, bool StartsSentence);
}
