using System.Net;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Pipeline.Text;

namespace Pipeline.Matching;

/// <summary>
/// A text as the words that copies of it share: width, case, quotes, entities, punctuation and white space are folded away
/// (NFKC, UAX 15). A script that is written without spaces has one word for each character.
/// </summary>
internal sealed class WordSequence
{
    // The bit in which small letters of ASCII differ from capitals.
    private const ushort LowerCase = 0x20;
    private const ushort LettersOfAscii = 26;

    // The words with one space after each; the last of them begins at "start" and is not complete.
    private Place[] places;
    private char[] letters;
    private int start;
    private int length;
    private Form form = Form.StartsSentence;
    private bool sentenceBegins = true;

    private WordSequence(int characters)
    {
        letters = GC.AllocateUninitializedArray<char>(characters + 32);
        places = GC.AllocateUninitializedArray<Place>((characters / 4) + 8);
    }

    /// <summary>How many words.</summary>
    public int Count { get; private set; }

    public static WordSequence FromText(string text)
    {
        var normal = CompatibilityForm.Normalise(WellFormed(WebUtility.HtmlDecode(text)));
        var sequence = new WordSequence(normal.Length);
        sequence.Read(normal);
        return sequence;
    }

    /// <summary>The words of a text with one space between them.</summary>
    public static string Folded(string text) => FromText(text).ToString();

    /// <summary>The words with one space between them: equal for texts that differ in form alone.</summary>
    public override string ToString() => new(letters, 0, Math.Max(0, start - 1));

    /// <summary>The words as texts are compared by, whatever script they are in and however small numbers are written.</summary>
    public Word[] ToWords()
    {
        var words = GC.AllocateUninitializedArray<Word>(Count);
        for (var (i, at) = (0, 0); i < words.Length; at += places[i++].Length + 1)
        {
            var place = places[i];
            ReadOnlySpan<char> text = letters.AsSpan(at, place.Length);
            var isPlain = !place.Is(Form.Mixed);
            words[i] = WordKinds.Classify(
                isPlain ? text : ScriptFolding.Fold(text), isPlain, place.Is(Form.Capitalized), place.Is(Form.StartsSentence));
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
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                if (length == 0)
                    BeginWord(char.IsAsciiLetterUpper(c));
                i += AppendAscii(text.AsSpan(i));
            }
            else if (c == ' ')
            {
                EndWord();
                i++;
            }
            else if (CharacterClass.FindSmallLetter(c) is not '\0' and var small)
            {
                if (length == 0)
                    BeginWord(char.IsUpper(c));
                Append(small);
                i++;
            }
            else if (char.IsAscii(c) && c is not ('\'' or '.' or ','))
            {
                EndAtAscii(c);
                i++;
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var units);
                Take(text, i, rune);
                i += units;
            }
        }

        EndWord();
    }

    // As Take does, for nearly all that most texts are made of.
    private void EndAtAscii(char c)
    {
        EndWord();
        if (c is '\n' or '!' or '?')
            form |= Form.StartsSentence;
        sentenceBegins |= c == '\n' || !char.IsWhiteSpace(c);
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
            form |= ends ? Form.StartsSentence : Form.None;
            if (!Rune.IsWhiteSpace(rune) || rune.Value == '\n')
                sentenceBegins = rune.Value != ',';
        }
        else if (rune.Value == '.')
        {
            Append(rune);
        }
    }

    // Takes the letters at the beginning, eight at the most: where a word ends is nothing that a processor can guess. Or one digit.
    private int AppendAscii(ReadOnlySpan<char> text)
    {
        var room = Reserve(Vector128<ushort>.Count);
        var taken = text.Length < Vector128<ushort>.Count ? 0 : CopyLetters(text, room);
        if (taken == 0)
        {
            room[0] = char.ToLowerInvariant(text[0]);
            form |= char.IsAsciiDigit(text[0]) ? Form.Mixed : Form.None;
            taken = 1;
        }

        length += taken;
        return taken;
    }

    private static int CopyLetters(ReadOnlySpan<char> text, Span<char> room)
    {
        var small = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text)) | Vector128.Create(LowerCase);
        small.CopyTo(MemoryMarshal.Cast<char, ushort>(room));
        var areLetters = Vector128.LessThan(small - Vector128.Create((ushort)'a'), Vector128.Create(LettersOfAscii));
        return BitOperations.TrailingZeroCount(~areLetters.ExtractMostSignificantBits());
    }

    private void BeginWord(bool withCapital)
    {
        form &= ~(Form.Upper | Form.Capitalized);
        if (withCapital)
            form |= sentenceBegins ? Form.Upper : Form.Upper | Form.Capitalized;
    }

    private void Append(char letter)
    {
        Reserve(1)[0] = letter;
        length++;
        form |= Form.Mixed;
    }

    private void Append(Rune rune)
    {
        length += rune.EncodeToUtf16(Reserve(2));
        form |= Form.Mixed;
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
        if (Count == places.Length)
            Array.Resize(ref places, 2 * Count);
        places[Count] = new Place(length, form);
        // The first word of a sentence has a capital in any case; before another one that has, it is most probably part of a name (Tom
        // Okoro).
        if ((form & Form.Capitalized) != 0 && Count > 0 && places[Count - 1] is var before && before.Is(Form.Upper))
            places[Count - 1] = before with { Form = before.Form | Form.Capitalized };
        Count++;
        start += length;
        letters[start++] = ' ';
        length = 0;
        sentenceBegins = false;
        // A character of a script without spaces is written as the last word with letters before it: fingerprints of version 4 have it so.
        form &= Form.Upper | Form.Capitalized;
    }

    private static bool IsStop(Rune rune) => rune.Value is '.' or '!' or '?' or '…' or '。' or '．' or '।' or '؟' or '۔';

    /// <summary>How a word is written.</summary>
    [Flags]
    private enum Form
    {
        None = 0,

        /// <summary>The first of a sentence or of a line.</summary>
        StartsSentence = 1,

        /// <summary>With a capital.</summary>
        Upper = 2,

        /// <summary>With a capital where no sentence begins, or as the first part of a name.</summary>
        Capitalized = 4,

        /// <summary>Not of ASCII letters alone.</summary>
        Mixed = 8,
    }

    /// <summary>How long a word is, in characters, as it is folded, and how it is written.</summary>
    private readonly record struct Place(int Length, Form Form)
    {
        public bool Is(Form form) => (Form & form) != 0;
    }
}
