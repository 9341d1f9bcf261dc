namespace Pipeline.Evaluation.Pages;

/// <summary>Counts how often a fact is right, and keeps what is wrong or missing.</summary>
internal sealed class FactCounts(string fact)
{
    private readonly List<Miss> misses = [];
    private int all;
    private int wrong;

    public IReadOnlyList<Miss> Misses => misses;

    public double Right => all == 0 ? 1 : 1 - ((double)misses.Count / all);

    /// <summary>The share that is there and wrong: worse than one that is missing.</summary>
    public double Wrong => all == 0 ? 0 : (double)wrong / all;

    public double Missing => 1 - Right - Wrong;

    public void Add(CorpusPage page, string truth, string? read, bool isRight)
    {
        all++;
        if (isRight)
            return;
        var isMissing = string.IsNullOrEmpty(read);
        wrong += isMissing ? 0 : 1;
        misses.Add(new Miss($"{fact}: {(isMissing ? "missing" : "wrong")}", $"«{read}», not «{truth}»: {page.Key} {page.Url}"));
    }

    public void AddTitle(CorpusPage page, string truth, string? read) =>
        Add(page, truth, read, FactComparison.Fold(truth) == FactComparison.Fold(read));

    public void AddDay(CorpusPage page, string truth, DateTimeOffset? read) =>
        Add(page, truth, read?.ToString("O"), read is { } moment && FactComparison.IsSameDay(truth, moment));

    public void AddByline(CorpusPage page, string truth, IReadOnlyList<string> names) =>
        Add(page, truth, string.Join("; ", names), FactComparison.IsByline(truth, names));
}
