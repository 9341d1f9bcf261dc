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
    public bool IsCoined => Text.Length > 1 && Text.Skip(1).Any(char.IsUpper);
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
        foreach (Match match in Pattern().Matches(text))
        {
            var gap = text.AsSpan(end, match.Index - end);
            var abbreviated = gap is ". " && Abbreviation().IsMatch(before);
            var startsSentence = end == 0 || (gap.ContainsAny(SentenceStarts) && !abbreviated);
            var elided = Elision().Match(startsSentence ? char.ToLowerInvariant(match.Value[0]) + match.Value[1..] : match.Value).Length;
            var word = Possessive().Replace(match.Value[elided..], "");
            // What is owned is another thing than its owner: "Google's Stadia" are two names.
            var follows = elided == 0 && !owns && (gap is " " || abbreviated);
            yield return new Word(word, match.Index + elided, startsSentence, owns && gap is " ", follows);
            (end, before, owns) = (match.Index + match.Length, word, elided + word.Length < match.Length);
        }
    }

    [GeneratedRegex(
        @"(?:\p{Lu}\.){2,}|[\uAC00-\uD7A3]+|[\u30A1-\u30FA\u30FC]{2,}|[\u3400-\u4DBF\u4E00-\u9FFF々]+"
            + @"|[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]][\p{L}\p{M}\p{N}'’\u00B7&-[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3"
            + @"]]*(?:-[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]]+)*",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Pattern();

    [GeneratedRegex("(?<=.)(?:['’]s?|['’]S)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:[ldnjmtsc]|qu|un|dell|nell|all|dall|sull|quell)['’](?=\p{L})", RegexOptions.None, MatchTimeout)]
    private static partial Regex Elision();

    [GeneratedRegex(@"^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Jr|Sr|Hr|Fr|Mme|Sra?)$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Abbreviation();
}
