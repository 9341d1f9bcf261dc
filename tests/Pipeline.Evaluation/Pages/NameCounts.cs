namespace Pipeline.Evaluation.Pages;

/// <summary>Precision and recall of names over all pages of a set.</summary>
internal sealed class NameCounts
{
    private readonly List<Miss> misses = [];
    private int right;
    private int read;
    private int all;

    public double Precision => read == 0 ? 1 : (double)right / read;

    public double Recall => all == 0 ? 1 : (double)right / all;

    public IReadOnlyList<Miss> Misses => misses;

    public void Add(CorpusPage page, IReadOnlyList<string> truth, IReadOnlyList<string> names)
    {
        var (wanted, got) = (Fold(truth), Fold(names));
        var found = wanted.Intersect(got).Count();
        (right, read, all) = (right + found, read + got.Count, all + wanted.Count);
        if (found < wanted.Count || found < got.Count)
            misses.Add(new Miss(KindOf(
                found, wanted.Count, got.Count),
                $"«{string.Join("; ", names)}», not «{string.Join("; ", truth)}»: {page.Key} {page.Url}"));
    }

    private static HashSet<string> Fold(IReadOnlyList<string> names) =>
        [.. names.Select(FactComparison.Fold).Where(name => name.Length > 0)];

    private static string KindOf(int found, int wanted, int got) =>
        got == 0 ? "authors: missing" : found == wanted ? "authors: some are nobody" : found == got ? "authors: not all" : "authors: wrong";
}
