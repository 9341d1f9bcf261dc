using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>A word of a text that is written with spaces, or a run of katakana or kanji of a Japanese one.</summary>
/// <param name="Text">As written, without a possessive ending (<c>Google’s</c>) or an elided article (<c>l’Assemblée</c>).</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="StartsSentence">True where it would be capitalised anyway.</param>
/// <param name="IsOwned">True where a possessive stands before it: the <c>Daily</c> of <c>People’s Daily</c>.</param>
/// <param name="Follows">True where only a space, or the point of an initial or a title, parts it from the word before it.</param>
internal readonly record struct Word(string Text, int Start, bool StartsSentence, bool IsOwned, bool Follows)
{
    public int End => Start + Text.Length;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>Written as no common word is: <c>OpenAI</c>, <c>GPT-3</c>, <c>NASA</c>.</summary>
    public bool IsCoined
    {
        get
        {
            foreach (var c in Text.AsSpan(1))
                if (char.IsUpper(c))
                    return true;
            return false;
        }
    }
}

/// <summary>Cuts text into words, over its first 60,000 characters.</summary>
internal static partial class Words
{
    private const int MaxCharacters = 60_000;

    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".!?:\n“\"«„");

    public static IEnumerable<Word> SplitText(string text)
    {
        var (end, before, owns) = (0, "", false);
        text = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        foreach (var range in WordScan.WordsOf(text))
        {
            var (start, written) = (range.Start.Value, text[range]);
            var gap = text.AsSpan(end, start - end);
            var abbreviated = gap is ". " && Abbreviation().IsMatch(before);
            var startsSentence = end == 0 || (gap.ContainsAny(SentenceStarts) && !abbreviated);
            // Most words have no apostrophe, and without one nothing is elided or owned.
            var isPlain = !written.AsSpan().ContainsAny('\'', '’');
            var elided = isPlain ? 0
                : Elision().Match(startsSentence ? char.ToLowerInvariant(written[0]) + written[1..] : written).Length;
            var word = isPlain ? written : Possessive().Replace(written[elided..], "");
            // What is owned is another thing than its owner: "Google's Stadia" are two names.
            var follows = elided == 0 && !owns && (gap is " " || abbreviated);
            yield return new Word(word, start + elided, startsSentence, owns && gap is " ", follows);
            (end, before, owns) = (range.End.Value, word, elided + word.Length < written.Length);
        }
    }

    [GeneratedRegex("(?<=.)(?:['’]s?|['’]S)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:[ldnjmtsc]|qu|un|dell|nell|all|dall|sull|quell)['’](?=\p{L})", RegexOptions.None, MatchTimeout)]
    private static partial Regex Elision();

    [GeneratedRegex(@"^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Jr|Sr|Hr|Fr|Mme|Sra?)$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Abbreviation();
}
