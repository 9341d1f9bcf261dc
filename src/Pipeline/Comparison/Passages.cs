using Pipeline.Matching;

namespace Pipeline.Comparison;

/// <summary>
/// How the text of a copy stands to the text of its canonical article, sentence by sentence, for people to read. A sentence counts as
/// shared
/// where most of its words are, so an edited one is shared and a moved one is too.
/// </summary>
/// <param name="Shared">Sentences of the copy that the canonical article has too, in the copy's order and wording.</param>
/// <param name="Added">Sentences that only the copy has.</param>
/// <param name="Dropped">Sentences that only the canonical article has.</param>
public sealed record Passages(IReadOnlyList<string> Shared, IReadOnlyList<string> Added, IReadOnlyList<string> Dropped)
{
    /// <summary>Share of the weighted words of both that both have, 0 to 1.</summary>
    public double Resemblance { get; private init; }

    /// <summary>Share of the smaller text that is in the larger, 0 to 1.</summary>
    public double Containment { get; private init; }

    private const double MinSharedPart = 0.6;

    public static Passages Compare(string canonical, string copy)
    {
        var (before, after) = (SentencesOf(canonical), SentencesOf(copy));
        var (inBefore, inAfter) = SharedWords.Between(SketchOf(before), SketchOf(after));
        var kept = Split(after, inAfter);
        return new Passages(kept[true], kept[false], Split(before, inBefore)[false])
        {
            Resemblance = SharedWords.Resemblance(inBefore, inAfter),
            Containment = SharedWords.Containment(inBefore, inAfter),
        };
    }

    private static List<(string Text, Word[] Words)> SentencesOf(string text) =>
        [.. SentenceSplit.Split(text).Select(sentence => (Text: sentence, Words: WordSequence.FromText(sentence).ToWords())).Where(
            sentence => sentence.Words.Length > 0)];

    private static Sketch SketchOf(List<(string Text, Word[] Words)> sentences) =>
        Sketch.Whole([.. sentences.SelectMany(sentence => sentence.Words)]);

    private static Dictionary<bool, List<string>> Split(List<(string Text, Word[] Words)> sentences, SharedWords words)
    {
        var split = new Dictionary<bool, List<string>> { [true] = [], [false] = [] };
        var start = 0;
        foreach (var (text, own) in sentences)
        {
            var shared = Enumerable.Range(start, own.Length).Count(i => words[i]);
            split[shared >= own.Length * MinSharedPart].Add(text);
            start += own.Length;
        }

        return split;
    }
}
