using System.Buffers;

namespace Pipeline.Enrichment.Summaries;

/// <summary>Cuts a text at the end of a sentence, or at a word where the first sentence alone is too long.</summary>
internal static class SentenceCut
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?。！？…؟।");

    /// <summary>At most <paramref name="most"/> characters; an ellipsis marks a cut inside a sentence.</summary>
    public static string At(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.AsSpan(0, most).LastIndexOfAny(Ends);
        while (end > 0 && !EndsSentence(text, end))
            end = text.AsSpan(0, end).LastIndexOfAny(Ends);
        return end >= most / 4 ? text[..(end + 1)].TrimEnd() : AtWord(text, most - 1) + "…";
    }

    // A full stop inside a number or an abbreviation is followed by no space.
    private static bool EndsSentence(string text, int at) =>
        text[at] > '\u2000' || at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);

    private static string AtWord(string text, int most)
    {
        var space = text.LastIndexOf(' ', most);
        var cut = space > most / 2 ? space : most;
        return text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)].TrimEnd();
    }
}
