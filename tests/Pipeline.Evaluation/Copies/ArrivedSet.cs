using System.Text.Json;
using Pipeline.Articles;

namespace Pipeline.Evaluation.Copies;

/// <summary>A set of copies after its articles have come: their clusters in the measured order, and in the others.</summary>
/// <param name="Articles">In the order of the file.</param>
/// <param name="Clusters">The cluster of each, by id.</param>
/// <param name="Others">The same in each other order.</param>
internal sealed record ArrivedSet(
    IReadOnlyList<CorpusArticle> Articles, IReadOnlyDictionary<string, string> Clusters,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Others)
{
    // The time between two drops. The sets' own dates are made up, those of reprints apart, which are within the look-back.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Lets every article of the folder arrive, in each order, and writes <c>NAME.jsonl</c> where there is a folder to dump
    /// to.</summary>
    public static async Task<ArrivedSet> ReadAsync(
        string name, string folder, string? dump, ArrivalOptions options, CancellationToken cancellationToken)
    {
        var articles = await CorpusArticle.ReadAsync(folder, cancellationToken);
        var enriched = CorpusArticle.Enrich(articles);
        var clusters = await Task.WhenAll(options.OtherOrders.Prepend(options.Order).Select(order =>
            Task.Run(() => Arrival.ClusterAsync(Stamp(order.Arrange(enriched)), cancellationToken), cancellationToken)));
        if (dump is not null)
        {
            var lines = articles.Select(article => JsonSerializer.Serialize(new { id = article.Id, cluster = clusters[0][article.Id] }));
            await File.WriteAllLinesAsync(Path.Combine(dump, $"{name}.jsonl"), lines, cancellationToken);
        }

        return new ArrivedSet(articles, clusters[0], clusters[1..]);
    }

    /// <summary>The share of articles that have the same company in every order.</summary>
    public double ShareUnmoved()
    {
        var company = Company(Clusters);
        var others = Others.Select(Company).ToList();
        return Articles.Average(article => others.TrueForAll(other => other[article.Id] == company[article.Id]) ? 1.0 : 0.0);
    }

    private static IEnumerable<Article> Stamp(IEnumerable<Article> articles) =>
        articles.Select((article, index) => article with { FirstSeen = DateTimeOffset.UnixEpoch + (index * Step) });

    // The members of each article's cluster, itself among them, as one text.
    private static Dictionary<string, string> Company(IReadOnlyDictionary<string, string> clusters) => clusters
        .GroupBy(pair => pair.Value, pair => pair.Key)
        .Select(cluster => cluster.Order(StringComparer.Ordinal).ToList())
        .SelectMany(members => members.Select(id => (id, All: string.Join(' ', members))))
        .ToDictionary(pair => pair.id, pair => pair.All);
}
