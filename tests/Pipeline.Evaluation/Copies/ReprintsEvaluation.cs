using System.Globalization;

namespace Pipeline.Evaluation.Copies;

/// <summary>
/// Runs <c>reprints</c>, which has no labels: the share of the articles in clusters that are there wrongly (neither half of the text nor
/// half
/// of the numbers agrees with the others), the share of plain copies that are together, and the ten largest clusters to read.
/// </summary>
internal static class ReprintsEvaluation
{
    private const int LargestShown = 10;

    /// <param name="folder">The set's folder.</param>
    /// <param name="dump">Where to write which cluster each article came to; <c>null</c> to write nothing.</param>
    /// <param name="options">The orders of arrival.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(
        string folder, string? dump, ArrivalOptions options, CancellationToken cancellationToken)
    {
        var set = await ArrivedSet.ReadAsync("reprints", folder, dump, options, cancellationToken);
        var texts = StoryText.ReadAll(set.Articles);
        var clusters = Enumerable.Range(0, texts.Count)
            .GroupBy(index => set.Clusters[set.Articles[index].Id])
            .Where(cluster => cluster.Count() > 1)
            .Select(cluster => new ReprintCluster([.. cluster], texts))
            .ToList();
        var pairs = ReprintPairs.Find(set.Articles, texts)
            .Select(pair => new ReprintPair(
                set.Articles[pair.One], set.Articles[pair.Other], set.Clusters, texts[pair.One].HasSameAmounts(texts[pair.Other])))
            .ToList();
        return new EvaluationReport(Figures(set, clusters, pairs))
        {
            Details = [.. clusters.OrderByDescending(cluster => cluster.Members.Count).Take(LargestShown).Select(
                cluster => Describe("largest", cluster))],
            Misses =
            [
                .. clusters.Where(cluster => cluster.Groups.Count > 1).Select(
                    cluster => new Miss("hidden wrongly", Describe("cluster", cluster))),
                .. pairs.Where(pair => !pair.IsTogether).Select(pair => new Miss("not found", $"{Name(pair.One)} and {Name(pair.Other)}")),
            ],
        };

        string Describe(string what, ReprintCluster cluster) => string.Create(
            CultureInfo.InvariantCulture,
            $"reprints: {what} of {cluster.Members.Count} in {cluster.Groups.Count}: {string.Join(
                " // ", cluster.Groups.Select(group => string.Join(", ", group.Select(index => Name(set.Articles[index])))))}");
    }

    private static string Name(CorpusArticle article) => $"{article.Id} {article.Title}";

    private static double ShareTogether(List<ReprintPair> pairs) =>
        pairs.Select(pair => pair.IsTogether ? 1.0 : 0.0).DefaultIfEmpty(1).Average();

    private static Dictionary<string, double> Figures(ArrivedSet set, List<ReprintCluster> clusters, List<ReprintPair> pairs)
    {
        var hidden = clusters.Sum(cluster => cluster.Members.Count - 1);
        var figures = new Dictionary<string, double>
        {
            ["reprints.hidden"] = hidden,
            ["reprints.hidden_wrongly"] = hidden == 0 ? 0 : (double)clusters.Sum(cluster => cluster.Groups.Count - 1) / hidden,
            ["reprints.found"] = ShareTogether(pairs),
            // A wire's notice of every day, with the amounts of the day, counts in the figure above and is no copy.
            ["reprints.found_same_amounts"] = ShareTogether([.. pairs.Where(pair => pair.HasSameAmounts)]),
            ["reprints.found_within_a_day"] = ShareTogether([.. pairs.Where(pair => pair.IsWithinADay)]),
            ["reprints.largest"] = clusters.Select(cluster => cluster.Members.Count).DefaultIfEmpty().Max(),
        };
        if (set.Others.Count > 0)
            figures["reprints.orders.same"] = set.ShareUnmoved();
        return figures;
    }
}
