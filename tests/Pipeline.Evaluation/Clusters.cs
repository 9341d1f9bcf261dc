namespace Pipeline.Evaluation;

/// <summary>The clusters that articles come to when they arrive one by one.</summary>
internal static class Clusters
{
    /// <summary>The cluster of each article, named by one of its members.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<SignedArticle> articles, CancellationToken cancellationToken)
    {
        var bands = new BandIndex();
        var texts = new Dictionary<string, string>();
        var clusters = new Dictionary<string, string>();
        var members = new Dictionary<string, List<string>>();
        foreach (var article in articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = article.Article.Id;
            var matches = article.Fingerprint is { } fingerprint ? bands.Matches(id, fingerprint) : Holder(id, article.TextHash);
            clusters[id] = id;
            members[id] = [id];
            foreach (var cluster in matches.Select(match => clusters[match]).Distinct().ToList())
                Merge(cluster, id);
        }

        return clusters;

        IReadOnlyList<string> Holder(string id, string? hash) => hash is not null && !texts.TryAdd(hash, id) ? [texts[hash]] : [];

        void Merge(string cluster, string into)
        {
            foreach (var id in members[cluster])
                clusters[id] = into;
            members[into].AddRange(members[cluster]);
            members.Remove(cluster);
        }
    }

    /// <summary>The articles that share each article's cluster, itself among them, as one text.</summary>
    public static Dictionary<string, string> Mates(Dictionary<string, string> clusters) => clusters
        .GroupBy(pair => pair.Value, pair => pair.Key)
        .Select(cluster => cluster.Order(StringComparer.Ordinal).ToList())
        .SelectMany(mates => mates.Select(id => (id, Mates: string.Join(' ', mates))))
        .ToDictionary(pair => pair.id, pair => pair.Mates);
}
