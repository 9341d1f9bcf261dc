namespace Pipeline.Evaluation;

/// <summary>Pairwise figures of a clustering: a pair of articles is right where it is together, or apart, as the corpus says.</summary>
internal sealed class PairCounts
{
    private readonly Dictionary<string, (int Found, int All)> byKind = [];
    private readonly List<string> wrong = [];
    private int found;
    private int all;

    public double Precision => found + wrong.Count == 0 ? 1 : (double)found / (found + wrong.Count);

    public double Recall => all == 0 ? 1 : (double)found / all;

    /// <summary>Templates that share a cluster with anything.</summary>
    public int TemplatesMerged { get; private set; }

    /// <summary>The share of templates that share a cluster with nothing.</summary>
    public double TemplatesApart { get; private set; } = 1;

    /// <summary>By kind, over the pairs in which an article of the kind takes part.</summary>
    public IEnumerable<(string Kind, double Recall)> RecallByKind =>
        byKind.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (double)pair.Value.Found / pair.Value.All));

    public IReadOnlyList<string> WronglyMerged => wrong;

    public static PairCounts Of(IReadOnlyList<CorpusArticle> articles, Dictionary<string, string> clusters)
    {
        var counts = new PairCounts();
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
                counts.Count(articles[j], articles[i], clusters[articles[i].Id] == clusters[articles[j].Id]);
        }

        counts.TemplatesMerged = articles
            .GroupBy(article => clusters[article.Id])
            .Where(cluster => cluster.Count() > 1)
            .Sum(cluster => cluster.Count(article => article.IsTemplate));
        if (articles.Any(article => article.IsTemplate))
            counts.TemplatesApart = 1 - ((double)counts.TemplatesMerged / articles.Count(article => article.IsTemplate));
        return counts;
    }

    private void Count(CorpusArticle one, CorpusArticle other, bool together)
    {
        if (one.Cluster != other.Cluster)
        {
            if (together)
                wrong.Add($"{one.Id} ({one.Kind} of {one.Cluster}) and {other.Id} ({other.Kind} of {other.Cluster})");
            return;
        }

        all++;
        found += together ? 1 : 0;
        foreach (var kind in new[] { one.Kind, other.Kind }.Distinct())
        {
            var (foundOfKind, allOfKind) = byKind.GetValueOrDefault(kind);
            byKind[kind] = (foundOfKind + (together ? 1 : 0), allOfKind + 1);
        }
    }
}
