namespace Pipeline.Evaluation.Copies;

/// <summary>Pairwise figures of a clustering: a pair of articles is right where it is together, or apart, as the corpus says.</summary>
internal sealed class PairCounts
{
    private readonly Dictionary<string, (int Found, int All)> groups = new(StringComparer.Ordinal);
    private readonly List<Miss> misses = [];
    private int found;
    private int all;
    private int wrong;

    public double Precision => found + wrong == 0 ? 1 : (double)found / (found + wrong);

    public double Recall => all == 0 ? 1 : (double)found / all;

    /// <summary>By kind and by language (<c>language.zh</c>), over the pairs in which an article of it takes part.</summary>
    public IEnumerable<(string Group, double Recall)> RecallByGroup =>
        groups.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (double)pair.Value.Found / pair.Value.All));

    public IReadOnlyList<Miss> Misses => misses;

    public static PairCounts Count(IReadOnlyList<CorpusArticle> articles, IReadOnlyDictionary<string, string> clusters)
    {
        var counts = new PairCounts();
        foreach (var (one, other) in articles.GroupBy(article => article.Cluster!).SelectMany(Pairs))
            counts.AddTrue(one, other, clusters[one.Id] == clusters[other.Id]);
        foreach (var (one, other) in articles.GroupBy(article => clusters[article.Id]).SelectMany(Pairs))
            counts.AddFalse(one, other);
        return counts;
    }

    private static IEnumerable<(CorpusArticle One, CorpusArticle Other)> Pairs(IEnumerable<CorpusArticle> group)
    {
        var members = group.ToList();
        return members.SelectMany((one, index) => members.Skip(index + 1).Select(other => (one, other)));
    }

    private static string Describe(CorpusArticle one, CorpusArticle other) =>
        $"{one.Id} ({one.Kind} of {one.Cluster}) and {other.Id} ({other.Kind} of {other.Cluster})";

    private static string Kinds(CorpusArticle one, CorpusArticle other) =>
        string.Join(" + ", new[] { one.Kind, other.Kind }.Order(StringComparer.Ordinal));

    private void AddTrue(CorpusArticle one, CorpusArticle other, bool together)
    {
        all++;
        found += together ? 1 : 0;
        if (!together)
            misses.Add(new Miss($"apart: {Kinds(one, other)}, {one.Language}", Describe(one, other)));
        foreach (var group in new[] { one.Kind!, other.Kind!, $"language.{one.Language}", $"language.{other.Language}" }.Distinct())
        {
            var (foundOfGroup, allOfGroup) = groups.GetValueOrDefault(group);
            groups[group] = (foundOfGroup + (together ? 1 : 0), allOfGroup + 1);
        }
    }

    private void AddFalse(CorpusArticle one, CorpusArticle other)
    {
        if (one.Cluster == other.Cluster)
            return;
        wrong++;
        misses.Add(new Miss($"wrongly one: {Kinds(one, other)}, {one.Language}", Describe(one, other)));
    }
}
