namespace Pipeline.Evaluation.Copies;

/// <summary>
/// Runs a set of copies that says which articles belong together (<c>dedup</c>, <c>outlets</c>): precision and recall over all pairs,
/// recall
/// by kind and language, the share of each kind of hard negative that merged with anything, and what another order of arrival changes.
/// </summary>
internal static class LabelledEvaluation
{
    /// <param name="name">The set.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="dump">Where to write which cluster each article came to; <c>null</c> to write nothing.</param>
    /// <param name="options">The orders of arrival.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<EvaluationReport> RunAsync(
        string name, string folder, string? dump, ArrivalOptions options, CancellationToken cancellationToken)
    {
        var set = await ArrivedSet.ReadAsync(name, folder, dump, options, cancellationToken);
        var counts = PairCounts.Count(set.Articles, set.Clusters);
        var figures = Figures(counts).Concat(NegativeFigures(set)).Concat(OrderFigures(set));
        return EvaluationReport.For(name, figures, counts.Misses);
    }

    private static IEnumerable<(string Name, double Value)> Figures(PairCounts counts) =>
        counts.RecallByGroup.Select(group => ($"recall.{group.Group}", group.Recall)).Prepend(("recall", counts.Recall)).Prepend(
            ("precision", counts.Precision));

    private static IEnumerable<(string Name, double Value)> NegativeFigures(ArrivedSet set)
    {
        var sizes = set.Clusters.Values.CountBy(cluster => cluster).ToDictionary();
        return set.Articles.Where(article => article.IsNegative)
            .GroupBy(article => article.Kind!)
            .Select(kind => ($"merged.{kind.Key}", kind.Average(article => sizes[set.Clusters[article.Id]] > 1 ? 1.0 : 0.0)));
    }

    // The worst of the orders, and the share of articles whose cluster is the same in every one.
    private static IEnumerable<(string Name, double Value)> OrderFigures(ArrivedSet set)
    {
        if (set.Others.Count == 0)
            yield break;
        var counts = set.Others.Select(other => PairCounts.Count(set.Articles, other)).ToList();
        yield return ("orders.precision", counts.Min(count => count.Precision));
        yield return ("orders.recall", counts.Min(count => count.Recall));
        yield return ("orders.same", set.ShareUnmoved());
    }
}
