using Pipeline.Articles;
using Pipeline.Ingestion;

namespace Pipeline.Deduplication;

/// <summary>
/// Places articles in clusters. Every method is one decision inside a catalog transaction; run again over its own result, it
/// writes nothing.
/// </summary>
internal sealed class Clustering(CanonicalRule rule)
{
    // One commit rewrites a few rows for each cluster that it merges, and an entity-group transaction holds 100.
    private const int MostMerged = 12;

    /// <summary>Commits a revision of an article, in one cluster with everything that it matched.</summary>
    public async Task PlaceAsync(
        ICatalogTransaction catalog, ArticleSummary article, IReadOnlyList<MatchedArticle> matches, CancellationToken cancellationToken)
    {
        var own = await catalog.StandingAsync(article.Id, cancellationToken);
        if (IsPlaced(own, article))
            return;
        // A publisher may move the date of a revision; its place in the lists stays, or pages would show it twice.
        if (own is { Sequence: > 0 })
            article = article with { ListedAt = own.Article.ListedAt };
        if (own is { Article.State: ArticleState.Withdrawn } && !(article.WireVersion > own.Article.WireVersion))
        {
            catalog.Put(own with { Article = article with { State = ArticleState.Withdrawn, ClusterId = article.Id } });
            return;
        }

        if (own?.Expected is { } expected)
            matches = [.. matches.Where(match => match.ArticleId != expected.ArticleId), expected];
        var clusters = await ClustersAsync(catalog, article, own, matches, cancellationToken);
        var cluster = Unite(catalog, clusters, ClusterRoots.Member(article, clusters.Count > 0 ? matches.FirstOrDefault(InAny(clusters)) : null));
        await AnnounceAsync(catalog, clusters, cluster, article, KindOf(own), cancellationToken);
        await ExpectAsync(catalog, article.Id, cluster.Id, matches, cancellationToken);
    }

    /// <summary>Withdraws an article; one that has not come yet is withdrawn when it does.</summary>
    public async Task WithdrawAsync(ICatalogTransaction catalog, ArticleSummary article, CancellationToken cancellationToken)
    {
        var standing = await catalog.StandingAsync(article.Id, cancellationToken);
        var withdrawn = (standing is { Expected: null } ? standing.Article with { Revision = Math.Max(article.Revision, standing.Article.Revision) } : article) with { State = ArticleState.Withdrawn };
        if (standing is null or { Expected: not null } or { Article.State: ArticleState.Held })
        {
            catalog.Put(new ArticleStanding(withdrawn, 0));
            return;
        }

        if (standing.Article.State == ArticleState.Withdrawn)
            return;
        catalog.Commit(ChangeKind.Withdrawn, withdrawn);
        if (await ClusterRoots.OfAsync(catalog, standing.Article.ClusterId, cancellationToken) is { Members.Count: > 1 } cluster)
            await SucceedAsync(catalog, cluster, article.Id, cancellationToken);
    }

    /// <summary>Takes an article out of its cluster for good, as an editor asked. False where it is not there.</summary>
    public async Task<bool> SplitAsync(ICatalogTransaction catalog, string clusterId, string articleId, CancellationToken cancellationToken)
    {
        var cluster = await ClusterRoots.OfAsync(catalog, clusterId, cancellationToken);
        var leaving = cluster?.Members.FirstOrDefault(member => member.ArticleId == articleId);
        if (cluster is null || leaving is null || cluster.Members.Count < 2)
            return false;
        var rest = rule.Order(cluster.Members.Where(member => member != leaving));
        var stays = cluster with { Members = rest, CanonicalId = rest[0].ArticleId, Excluded = [.. cluster.Excluded.Union([articleId])] };
        var leaves = new Cluster(StableHash.Id("split", articleId, cluster.Id), articleId, [leaving with { MatchedWith = null, Match = null }])
        {
            Excluded = [.. rest.Select(member => member.ArticleId)],
        };
        catalog.Put(stays);
        catalog.Put(leaves);
        await TurnAsync(catalog, articleId, leaves, cancellationToken);
        if (cluster.CanonicalId == articleId)
            await TurnAsync(catalog, stays.CanonicalId, stays, cancellationToken);
        return true;
    }

    /// <summary>Makes two clusters one, as an editor asked. False where either does not exist or both are one already.</summary>
    public async Task<bool> MergeAsync(ICatalogTransaction catalog, string clusterId, string otherId, CancellationToken cancellationToken)
    {
        var one = await ClusterRoots.OfAsync(catalog, clusterId, cancellationToken);
        var other = await ClusterRoots.OfAsync(catalog, otherId, cancellationToken);
        if (one is null || other is null || one.Id == other.Id)
            return false;
        var cluster = Unite(catalog, [Forgive(one, other), Forgive(other, one)], null);
        foreach (var articleId in new[] { one.CanonicalId, other.CanonicalId, cluster.CanonicalId }.Distinct())
            await TurnAsync(catalog, articleId, cluster, cancellationToken);
        return true;
    }

    private static bool IsPlaced(ArticleStanding? own, ArticleSummary article) =>
        own is { Expected: null } && own.Article.State != ArticleState.Held && own.Article.Revision >= article.Revision && own.Article.Revision > 0;

    private static ChangeKind KindOf(ArticleStanding? own) => own switch
    {
        null or { Expected: not null } => ChangeKind.New,
        { Article.State: ArticleState.Held } => ChangeKind.Released,
        _ => ChangeKind.Revised,
    };

    private static Func<MatchedArticle, bool> InAny(IReadOnlyList<Cluster> clusters) =>
        match => clusters.Any(cluster => cluster.Members.Any(member => member.ArticleId == match.ArticleId));

    private static Cluster Forgive(Cluster cluster, Cluster other) =>
        cluster with { Excluded = [.. cluster.Excluded.Except(other.Members.Select(member => member.ArticleId))] };

    private static bool Excludes(Cluster cluster, Cluster other) =>
        cluster.Excluded.Any(id => other.Members.Any(member => member.ArticleId == id));

    private static async Task<List<Cluster>> ClustersAsync(
        ICatalogTransaction catalog, ArticleSummary article, ArticleStanding? own, IReadOnlyList<MatchedArticle> matches, CancellationToken cancellationToken)
    {
        var clusters = new List<Cluster>();
        if (own is { Expected: null, Article.State: not ArticleState.Held })
            await AddAsync(own.Article.ClusterId);
        foreach (var match in matches)
        {
            if (clusters.Count < MostMerged && !InAny(clusters)(match) && await catalog.StandingAsync(match.ArticleId, cancellationToken) is { } standing)
                await AddAsync(standing.Article.ClusterId);
        }

        return clusters;

        async Task AddAsync(string clusterId)
        {
            if (await ClusterRoots.OfAsync(catalog, clusterId, cancellationToken) is { } root
                && clusters.TrueForAll(other => other.Id != root.Id && !Excludes(other, root) && !Excludes(root, other))
                && !root.Excluded.Contains(article.Id))
                clusters.Add(root);
        }
    }

    // The largest keeps its id, so that the fewest pointers go through a merge.
    private Cluster Unite(ICatalogTransaction catalog, List<Cluster> clusters, ClusterMember? joining)
    {
        if (clusters.Count == 0)
            return new Cluster(joining!.ArticleId, joining.ArticleId, [joining]);
        var target = clusters.OrderByDescending(cluster => cluster.Members.Count).ThenBy(cluster => cluster.Id, StringComparer.Ordinal).First();
        var known = clusters.SelectMany(cluster => cluster.Members).DistinctBy(member => member.ArticleId).ToList();
        var before = known.Find(member => member.ArticleId == joining?.ArticleId);
        if (joining is not null)
            known = [.. known.Where(member => member != before), before is null ? joining : joining with { MatchedWith = before.MatchedWith ?? joining.MatchedWith, Match = before.Match ?? joining.Match }];
        var members = rule.Order(known);
        var united = target with
        {
            Members = members,
            CanonicalId = members[0].ArticleId,
            Excluded = [.. clusters.SelectMany(cluster => cluster.Excluded).Distinct()],
            Absorbed = [.. clusters.SelectMany(cluster => cluster.Absorbed.Append(cluster.Id)).Where(id => id != target.Id).Distinct()],
        };
        if (members.Count > 1 || clusters.Count > 1)
            catalog.Put(united);
        foreach (var absorbed in clusters.Where(cluster => cluster.Id != target.Id))
            catalog.Put(absorbed with { MergedInto = target.Id, Members = [] });
        return united;
    }

    private static async Task AnnounceAsync(
        ICatalogTransaction catalog, List<Cluster> before, Cluster cluster, ArticleSummary article, ChangeKind kind, CancellationToken cancellationToken)
    {
        catalog.Commit(kind, Placed(article, cluster));
        foreach (var articleId in before.Select(old => old.CanonicalId).Append(cluster.CanonicalId).Distinct().Where(id => id != article.Id))
            await TurnAsync(catalog, articleId, cluster, cancellationToken);
    }

    private static ArticleSummary Placed(ArticleSummary article, Cluster cluster) => article with
    {
        ClusterId = cluster.Id,
        State = cluster.CanonicalId == article.Id ? ArticleState.Canonical : ArticleState.Duplicate,
    };

    /// <summary>Commits that an article's place is now the one that the cluster gives it, if that is another than before.</summary>
    public static async Task TurnAsync(ICatalogTransaction catalog, string articleId, Cluster cluster, CancellationToken cancellationToken)
    {
        var standing = await catalog.StandingAsync(articleId, cancellationToken);
        if (standing is null or { Article.State: ArticleState.Withdrawn or ArticleState.Held })
            return;
        var turned = Placed(standing.Article, cluster);
        if (turned.State != standing.Article.State || turned.ClusterId != standing.Article.ClusterId)
            catalog.Commit(turned.State == ArticleState.Canonical ? ChangeKind.Split : ChangeKind.Merged, turned);
    }

    private async Task SucceedAsync(ICatalogTransaction catalog, Cluster cluster, string withdrawnId, CancellationToken cancellationToken)
    {
        var members = rule.Order(cluster.Members.Select(member => member.ArticleId == withdrawnId ? member with { IsWithdrawn = true } : member));
        var remaining = cluster with { Members = members, CanonicalId = members[0].ArticleId };
        catalog.Put(remaining);
        if (members[0].IsWithdrawn || await catalog.StandingAsync(members[0].ArticleId, cancellationToken) is not { } heir)
            return;
        var flagged = heir.Article with { Flags = [.. heir.Article.Flags.Union(["copy-of-withdrawn"])] };
        catalog.Commit(heir.Article.State == ArticleState.Canonical ? ChangeKind.Revised : ChangeKind.Split, Placed(flagged, remaining));
    }

    // A match that is not committed yet will find this note instead of an empty place, and join.
    private static async Task ExpectAsync(
        ICatalogTransaction catalog, string articleId, string clusterId, IReadOnlyList<MatchedArticle> matches, CancellationToken cancellationToken)
    {
        foreach (var match in matches.Take(MostMerged))
        {
            if (await catalog.StandingAsync(match.ArticleId, cancellationToken) is null)
                catalog.Put(Expected(match, articleId, clusterId));
        }
    }

    private static ArticleStanding Expected(MatchedArticle match, string articleId, string clusterId) =>
        new(new ArticleSummary { Id = match.ArticleId, Source = "", Title = "", ListedAt = DateTimeOffset.UnixEpoch, ClusterId = clusterId }, 0)
        {
            Expected = new MatchedArticle(articleId, match.Match),
        };
}
