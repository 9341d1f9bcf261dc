using Pipeline.Articles;
using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>
/// Places articles in clusters. Every method is one decision inside a catalog transaction; run again over its own result, it
/// writes nothing. Each returns the cluster in which members are left to flag (see
/// <see cref="Placement.FlagAsync(ICatalogTransaction, string, CancellationToken)"/>),
/// or <c>null</c>.
/// </summary>
public sealed class Clustering(CanonicalRule rule)
{
    // One commit rewrites a few rows for each cluster that it merges, and an entity-group transaction holds 100.
    private const int MaxMerged = 12;

    // From here on a cluster takes in only what carries its canonical text, so that no text creeps away from it copy by copy.
    private const int GrownMembers = 8;

    // Before that, whoever matched another member has so much of the text in common with it, 0 to 1.
    private const double CarriedByMember = 0.6;

    // Nothing but a byline differs where two texts resemble each other so much, 0 to 1.
    private const double SameText = 0.97;

    /// <summary>Commits a revision of an article, in one cluster with everything that it matched.</summary>
    public async Task<string?> PlaceInClusterAsync(
        ICatalogTransaction catalog, ArticleSummary article, IReadOnlyList<MatchedArticle> matches, CancellationToken cancellationToken)
    {
        var own = await catalog.GetEntryAsync(article.Id, cancellationToken);
        if (IsPlaced(own, article))
            return await Placement.FlagAsync(catalog, own!.Article.ClusterId, cancellationToken);
        article = AsItStood(article, own);
        if (own?.Expected is { } expected)
            matches = [.. matches.Where(match => match.ArticleId != expected.ArticleId), expected];
        var clusters = await ListClustersAsync(catalog, article, own, matches, cancellationToken);
        var cluster = Join(catalog, clusters, article, matches, wasPublished: own is { Sequence: > 0 });
        Announce(catalog, article, own, cluster);
        return await UpdateMembersAsync(catalog, clusters, cluster, article.Id, matches, cancellationToken);
    }

    /// <summary>Brings an article that stands already together with what it was found to match since.</summary>
    public async Task<string?> JoinClusterAsync(
        ICatalogTransaction catalog, string articleId, IReadOnlyList<MatchedArticle> matches, CancellationToken cancellationToken)
    {
        var own = await catalog.GetEntryAsync(articleId, cancellationToken);
        if (own is null or { Expected: not null } or { Article.State: ArticleState.Held })
            return null;
        var clusters = await ListClustersAsync(catalog, own.Article, own, matches, cancellationToken);
        if (clusters.Count < 2)
            return null;
        var cluster = Join(catalog, clusters, own.Article, matches, wasPublished: own.Sequence > 0);
        await Placement.UpdateStateAsync(catalog, articleId, cluster, cancellationToken);
        return await UpdateMembersAsync(catalog, clusters, cluster, articleId, matches, cancellationToken);
    }

    /// <summary>Brings an article and its cluster together again where one does not say what the other does.</summary>
    public async Task<string?> RestoreAsync(ICatalogTransaction catalog, string articleId, CancellationToken cancellationToken)
    {
        if (await catalog.GetEntryAsync(articleId, cancellationToken) is not { Sequence: > 0, Article: var article })
            return null;
        var cluster = await ClusterRoots.FindRootAsync(catalog, article.ClusterId, cancellationToken);
        if (cluster is null || !cluster.Has(articleId))
            cluster = rule.Unite(catalog, [cluster ?? new Cluster(articleId, articleId, [])], ClusterRoots.Member(article, null));
        foreach (var id in new[] { articleId, cluster.CanonicalId }.Distinct())
            await Placement.UpdateStateAsync(catalog, id, cluster, cancellationToken);
        return await Placement.FlagAsync(catalog, cluster, cancellationToken);
    }

    /// <summary>Withdraws an article; one that has not come yet is withdrawn when it does.</summary>
    public async Task<string?> WithdrawAsync(ICatalogTransaction catalog, ArticleSummary article, CancellationToken cancellationToken)
    {
        var standing = await catalog.GetEntryAsync(article.Id, cancellationToken);
        switch (standing)
        {
            case { Article.State: ArticleState.Withdrawn }:
                WithdrawAgain(catalog, standing, article);
                return await Placement.FlagAsync(catalog, standing.Article.ClusterId, cancellationToken);
            case null or { Expected: not null } or { Article.State: ArticleState.Held }:
                var absent = article with { State = ArticleState.Withdrawn, ClusterId = standing?.Article.ClusterId ?? article.ClusterId };
                catalog.Put(new CatalogEntry(absent, 0) { Expected = standing?.Expected });
                return null;
            case { Article.WireVersion: { } version } when version > article.WireVersion:
                return null;
            default:
                var notice = Summaries.RemoveText(Placement.Unflagged(standing.Article));
                catalog.Commit(ChangeKind.Withdrawn, AsWithdrawnBy(article, notice));
                await catalog.RedactChangesAsync(standing, cancellationToken);
                return await ClusterRoots.FindRootAsync(catalog, standing.Article.ClusterId, cancellationToken)
                    is { Members.Count: > 1 } cluster
                    ? await ChooseSuccessorAsync(catalog, cluster, article.Id, cancellationToken)
                    : null;
        }
    }

    private static bool IsPlaced(CatalogEntry? own, ArticleSummary article) =>
        own is { Expected: null } && own.Article.State != ArticleState.Held && own.Article.Revision >= article.Revision
            && own.Article.Revision > 0;

    private static ArticleSummary AsItStood(ArticleSummary article, CatalogEntry? own)
    {
        // A publisher may move the date of a revision; its place in the lists stays, or pages would show it twice.
        if (own is { Sequence: > 0 })
            article = article with { ListedAt = own.Article.ListedAt };
        return own is { Article.State: ArticleState.Withdrawn } && !IsAfter(article, own.Article) ? AsWithdrawnBy(own.Article, article)
            : article;
    }

    // What counts of a withdrawal later on is its version and, as "updated", its date.
    private static ArticleSummary AsWithdrawnBy(ArticleSummary withdrawal, ArticleSummary article) =>
        article with { State = ArticleState.Withdrawn, WireVersion = withdrawal.WireVersion, Updated = withdrawal.Updated };

    // Versions tell what comes after a withdrawal, and of a feed's entry, which has none, the date (RFC 6721).
    private static bool IsAfter(ArticleSummary article, ArticleSummary withdrawal) =>
        article.WireVersion is { } version ? version > withdrawal.WireVersion
            : (article.Updated ?? article.Published) > withdrawal.Updated;

    // No change where it stays withdrawn: who never saw the article need not hear that it is gone.
    private static void Announce(ICatalogTransaction catalog, ArticleSummary article, CatalogEntry? own, Cluster cluster)
    {
        if (article.State == ArticleState.Withdrawn)
            catalog.Put(new CatalogEntry(Placement.PlaceIn(article, cluster), own?.Sequence ?? 0));
        else
            catalog.Commit(KindOf(own), Placement.PlaceIn(article, cluster));
    }

    private static ChangeKind KindOf(CatalogEntry? own) => own switch
    {
        null or { Expected: not null } => ChangeKind.New,
        { Article.State: ArticleState.Held } => ChangeKind.Released,
        { Sequence: 0 } => ChangeKind.New,
        _ => ChangeKind.Revised,
    };

    // A kill names neither version nor date, so nothing undoes it; of two cancellations the later one counts, whatever their order.
    private static void WithdrawAgain(ICatalogTransaction catalog, CatalogEntry standing, ArticleSummary again)
    {
        var before = standing.Article;
        if ((before.WireVersion is not null && !(again.WireVersion <= before.WireVersion))
            || (again.WireVersion == before.WireVersion && before.Updated is not null && !(again.Updated <= before.Updated)))
            catalog.Put(standing with { Article = AsWithdrawnBy(again, before) });
    }

    private static async Task<List<Cluster>> ListClustersAsync(
        ICatalogTransaction catalog, ArticleSummary article, CatalogEntry? own, IReadOnlyList<MatchedArticle> matches,
        CancellationToken cancellationToken)
    {
        var clusters = new List<Cluster>();
        if (own is { Expected: null, Article.State: not ArticleState.Held })
            await AddAsync(own.Article.ClusterId);
        foreach (var match in matches)
        {
            if (clusters.Count < MaxMerged && !clusters.Exists(cluster => cluster.Has(match.ArticleId))
                && await catalog.GetEntryAsync(match.ArticleId, cancellationToken) is { } standing)
                await AddAsync(standing.Article.ClusterId);
        }

        return clusters;

        async Task AddAsync(string clusterId)
        {
            if (await ClusterRoots.FindRootAsync(catalog, clusterId, cancellationToken) is { } root
                && clusters.TrueForAll(other => other.Id != root.Id && !other.IsKeptFrom(root))
                && (root.Has(article.Id) || Carries(root, matches) || IsExpectedIn(root))
                && !root.Excluded.Contains(article.Id))
                clusters.Add(root);
        }

        // Whoever left the note found it while the cluster was still small, and those that found it since left none.
        bool IsExpectedIn(Cluster root) =>
            own?.Expected is { } expected && IsMuchOfMember(root, expected);
    }

    // Matched with the canonical text, or with a member that was, or the same as a member: no text creeps away from it copy by copy.
    private static bool Carries(Cluster cluster, IReadOnlyList<MatchedArticle> matches)
    {
        var canonical = cluster.Members.FirstOrDefault(member => member.ArticleId == cluster.CanonicalId);
        var texts = ListCanonicalTexts(cluster);
        return matches.Any(match => (cluster.Members.Count < GrownMembers && IsMuchOfMember(cluster, match)) || IsSameAsMember(match)
            || texts.Contains(match.ArticleId) || match.ArticleId == canonical?.MatchedWith
            || cluster.Members.Any(member =>
                member.ArticleId == match.ArticleId && member.MatchedWith is { } other && texts.Contains(other)));

        // One that came before the cluster had grown, and that a copy of every word is found by alone.
        bool IsSameAsMember(MatchedArticle match) => match.Match.Resemblance >= SameText && cluster.Has(match.ArticleId);
    }

    private static bool IsMuchOfMember(Cluster cluster, MatchedArticle match) =>
        match.Match.Containment >= CarriedByMember && cluster.Has(match.ArticleId);

    // The canonical article and those that have its text word for word. Of copies that come at the same moment each is matched with one of
    // them, and it need not be the one that turns out to be canonical.
    private static HashSet<string> ListCanonicalTexts(Cluster cluster)
    {
        var same = cluster.Members.Where(member => member.Match?.Resemblance >= SameText && member.MatchedWith is not null).ToList();
        var texts = new HashSet<string>(StringComparer.Ordinal) { cluster.CanonicalId };
        for (var before = 0; before < texts.Count;)
        {
            before = texts.Count;
            foreach (var member in same.Where(member => texts.Contains(member.ArticleId) || texts.Contains(member.MatchedWith!)))
                texts.UnionWith([member.ArticleId, member.MatchedWith!]);
        }

        return texts;
    }

    private static async Task<string?> UpdateMembersAsync(
        ICatalogTransaction catalog, List<Cluster> before, Cluster cluster, string joinedId, IReadOnlyList<MatchedArticle> matches,
        CancellationToken cancellationToken)
    {
        foreach (var articleId in before.Select(old => old.CanonicalId).Append(cluster.CanonicalId).Distinct().Where(id => id != joinedId))
            await Placement.UpdateStateAsync(catalog, articleId, cluster, cancellationToken);
        await ExpectAsync(catalog, joinedId, cluster.Id, matches, cancellationToken);
        return await Placement.FlagAsync(catalog, cluster, cancellationToken);
    }

    private Cluster Join(
        ICatalogTransaction catalog, List<Cluster> clusters, ArticleSummary article, IReadOnlyList<MatchedArticle> matches,
        bool wasPublished)
    {
        var own = clusters.Find(cluster => cluster.Has(article.Id));
        var others = matches.Where(match => clusters.Exists(cluster => cluster != own && cluster.Has(match.ArticleId))).ToList();
        // Which of two texts mends the other is known from their match alone.
        var match = others.Find(match => match.Match.IsMended) ?? others.FirstOrDefault();
        var joining = ClusterRoots.Member(article, match) with { IsUnpublished = article.State == ArticleState.Withdrawn && !wasPublished };
        if (clusters.Count == 0)
            return new Cluster(article.Id, article.Id, [joining]);
        if (own?.Members.First(member => member.ArticleId == article.Id) is { } before)
            joining = joining with
            {
                MatchedWith = before.MatchedWith ?? joining.MatchedWith,
                Match = before.Match ?? joining.Match,
                IsFlagged = before.IsFlagged
            };
        return rule.Unite(
            catalog, [.. clusters.Select(cluster => IsMatched(cluster) ? cluster : Explain(cluster, article.Id, matches))], joining);

        bool IsMatched(Cluster cluster) => cluster == own || match is null || cluster.Has(match.ArticleId);
    }

    // Whoever founded a cluster that an article brings in stands there without a match: that article is why it is here now.
    private static Cluster Explain(Cluster cluster, string articleId, IReadOnlyList<MatchedArticle> matches) => cluster with
    {
        Members =
        [
            .. cluster.Members.Select(
                member => member.Match is null && matches.FirstOrDefault(match => match.ArticleId == member.ArticleId) is { } match
                    ? member with { MatchedWith = articleId, Match = match.Match }
                    : member),
        ],
    };

    private async Task<string?> ChooseSuccessorAsync(
        ICatalogTransaction catalog, Cluster cluster, string withdrawnId, CancellationToken cancellationToken)
    {
        var members = rule.Order(cluster.Members.Select(
            member => member.ArticleId == withdrawnId ? member with { IsWithdrawn = true, IsFlagged = false } : member));
        var remaining = cluster with { Members = members, CanonicalId = members[0].ArticleId };
        catalog.Put(remaining);
        await Placement.UpdateCanonicalAsync(catalog, cluster, remaining, cancellationToken);
        return await Placement.FlagAsync(catalog, remaining, cancellationToken);
    }

    // A match that is not committed yet will find this note instead of an empty place, and join.
    private static async Task ExpectAsync(
        ICatalogTransaction catalog, string articleId, string clusterId, IReadOnlyList<MatchedArticle> matches,
        CancellationToken cancellationToken)
    {
        foreach (var match in matches.Take(MaxMerged))
        {
            if (await catalog.GetEntryAsync(match.ArticleId, cancellationToken) is null)
                catalog.Put(Expected(match, articleId, clusterId));
        }
    }

    private static CatalogEntry Expected(MatchedArticle match, string articleId, string clusterId) =>
        new(new ArticleSummary
        {
            Id = match.ArticleId,
            Source = "",
            Title = "",
            ListedAt = DateTimeOffset.UnixEpoch,
            ClusterId = clusterId
        }, 0)
        {
            Expected = new MatchedArticle(articleId, match.Match),
        };
}
