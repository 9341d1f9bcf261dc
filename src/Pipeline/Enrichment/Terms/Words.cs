using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>A word of a text that is written with spaces, or a run of katakana or kanji of a Japanese one.</summary>
/// <param name="Text">As written.</param>
/// <param name="StartsSentence">True where it would be capitalised anyway.</param>
/// <param name="Follows">True where only a space parts it from the word before it.</param>
internal readonly record struct Word(string Text, bool StartsSentence, bool Follows)
{
    public bool IsCapitalised => char.IsUpper(Text[0]);

    /// <summary>Written as no common word is: <c>OpenAI</c>, <c>GPT-3</c>, <c>NASA</c>.</summary>
    public bool IsCoined => Text.Length > 1 && Text.Skip(1).Any(char.IsUpper);
}

/// <summary>Cuts text into words, over its first 60,000 characters.</summary>
internal static partial class Words
{
    private const int MaxCharacters = 60_000;

    private static readonly SearchValues<char> SentenceStarts = SearchValues.Create(".!?:\n“\"«„");

    public static IEnumerable<Word> Of(string text)
    {
        var end = 0;
        text = text.Length > MaxCharacters ? text[..MaxCharacters] : text;
        foreach (Match match in Pattern().Matches(text))
        {
            var gap = text.AsSpan(end, match.Index - end);
            yield return new Word(match.Value, end == 0 || gap.ContainsAny(SentenceStarts), gap is " ");
            end = match.Index + match.Length;
        }
    }

    [GeneratedRegex(@"[\u30A1-\u30FA\u30FC]{2,}|[\u3400-\u4DBF\u4E00-\u9FFF々]+|[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF]][\p{L}\p{M}\p{N}'’\u00B7&-[\u3040-\u30FF\u3400-\u9FFF]]*(?:-[\p{L}\p{N}-[\u3040-\u30FF\u3400-\u9FFF]]+)*")]
    private static partial Regex Pattern();
}
