namespace Pipeline.Evaluation.Pages;

/// <summary>Segments of text that were found and should have been, or should not.</summary>
internal sealed class SegmentCounts
{
    private readonly List<Miss> misses = [];
    private int found;
    private int lost;
    private int added;

    public double Precision => found + added == 0 ? 1 : (double)found / (found + added);

    public double Recall => found + lost == 0 ? 1 : (double)found / (found + lost);

    public double F1 => ShingleScore.Harmonic(Precision, Recall);

    public IReadOnlyList<Miss> Misses => misses;

    public void Add(CorpusPage page, string text, IReadOnlyList<string> with, IReadOnlyList<string> without)
    {
        var folded = FactComparison.FoldBlanks(text);
        var missing = with.Where(segment => !Has(segment)).ToList();
        var extra = without.Where(Has).ToList();
        (found, lost, added) = (found + with.Count - missing.Count, lost + missing.Count, added + extra.Count);
        var all = folded.Length == 0 ? "segments: no text at all" : missing.Count == with.Count ? "segments: all lost" : "segment: lost";
        misses.AddRange(missing.Select(segment => new Miss(all, $"«{segment}»: {page.Key} {page.Url}")));
        misses.AddRange(extra.Select(segment => new Miss("segment: added", $"«{segment}»: {page.Key} {page.Url}")));

        bool Has(string segment) => folded.Contains(FactComparison.FoldBlanks(segment), StringComparison.Ordinal);
    }
}
