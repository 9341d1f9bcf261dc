namespace Pipeline.Deduplication;

/// <summary>How the text of a copy stands to the text of its canonical article, for people to read.</summary>
/// <param name="Shared">Sentences of the copy that the canonical article has too, in the copy's order.</param>
/// <param name="Added">Sentences that only the copy has.</param>
/// <param name="Dropped">Sentences that only the canonical article has.</param>
public sealed record Passages(IReadOnlyList<string> Shared, IReadOnlyList<string> Added, IReadOnlyList<string> Dropped)
{
    public static Passages Compare(string canonical, string copy)
    {
        var (before, after) = (SentenceSplit.Of(canonical), SentenceSplit.Of(copy));
        var known = before.Select(WordSequence.Folded).ToHashSet(StringComparer.Ordinal);
        var kept = after.Select(WordSequence.Folded).ToHashSet(StringComparer.Ordinal);
        return new Passages(
            [.. after.Where(sentence => known.Contains(WordSequence.Folded(sentence)))],
            [.. after.Where(sentence => !known.Contains(WordSequence.Folded(sentence)))],
            [.. before.Where(sentence => !kept.Contains(WordSequence.Folded(sentence)))]);
    }
}
