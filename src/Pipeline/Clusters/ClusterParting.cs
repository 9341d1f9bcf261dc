namespace Pipeline.Clusters;

/// <summary>
/// Takes stories out of a cluster that only boilerplate brought there, so that it makes no difference whether what tells of it came before
/// them or after. What an editor joined stays.
/// </summary>
public sealed class ClusterParting(CanonicalRule rule)
{
    // Two or three rows each, beside those of the decision that follows: an entity-group transaction holds 100.
    private const int MaxMoved = 12;

    /// <summary>One decision inside a catalog transaction; run again over its own result, it writes nothing. Returns the cluster in which
    /// members are left to flag, or <c>null</c>.</summary>
    public async Task<string?> PartAsync(ICatalogTransaction catalog, Separation separation, CancellationToken cancellationToken)
    {
        var (moved, unfinished) = (0, (string?)null);
        foreach (var pair in separation.Apart)
        {
            // Looked up anew for each, as the pair before it may have parted this one.
            if (await FindSharedAsync(catalog, pair, cancellationToken) is not { } cluster)
                continue;
            var leaving = ListLeaving(cluster, separation, MaxMoved - moved);
            moved += leaving.Sum(left => left.Members.Count);
            if (leaving.Count > 0)
                unfinished = await PartAsync(catalog, cluster, leaving, separation, cancellationToken) ?? unfinished;
        }

        return unfinished;
    }

    private static async Task<Cluster?> FindSharedAsync(ICatalogTransaction catalog, ArticlePair pair, CancellationToken cancellationToken)
    {
        var cluster = await FindClusterAsync(catalog, pair.One, cancellationToken);
        return cluster?.Has(pair.Other) == true ? cluster : null;
    }

    private static async Task<Cluster?> FindClusterAsync(
        ICatalogTransaction catalog, string articleId, CancellationToken cancellationToken) =>
        await catalog.GetEntryAsync(articleId, cancellationToken) is { Expected: null } standing
            ? await ClusterRoots.FindRootAsync(catalog, standing.Article.ClusterId, cancellationToken)
            : null;

    private async Task<string?> PartAsync(
        ICatalogTransaction catalog, Cluster cluster, List<Cluster> leaving, Separation separation, CancellationToken cancellationToken)
    {
        var rest = Stay(cluster, leaving, separation);
        foreach (var put in leaving.Append(rest))
            catalog.Put(put);
        foreach (var left in leaving)
        {
            foreach (var member in left.Members)
                await Placement.UpdateStateAsync(catalog, member.ArticleId, left, cancellationToken);
            await Placement.FlagAsync(catalog, left, cancellationToken);
        }

        await Placement.UpdateCanonicalAsync(catalog, cluster, rest, cancellationToken);
        return await Placement.FlagAsync(catalog, rest, cancellationToken);
    }

    private List<Cluster> ListLeaving(Cluster cluster, Separation separation, int atMost)
    {
        var leaving = new List<Cluster>();
        foreach (var story in MemberStories.ListLeaving(cluster, separation))
        {
            if (leaving.Sum(other => other.Members.Count) + story.Count <= atMost)
                leaving.Add(Found(cluster, story, separation));
        }

        return leaving;
    }

    private Cluster Found(Cluster cluster, IReadOnlyList<ClusterMember> story, Separation separation)
    {
        var members = rule.Order(MemberStories.Explain(story, separation).Select(member => member with { IsFlagged = false }));
        return new Cluster(Cluster.NameSplit(story[0].ArticleId, cluster.Id), members[0].ArticleId, members)
        {
            Excluded = cluster.Excluded,
        };
    }

    private Cluster Stay(Cluster cluster, List<Cluster> leaving, Separation separation)
    {
        var staying = cluster.Members.Where(member => !leaving.Exists(left => left.Has(member.ArticleId))).ToList();
        var members = rule.Order(MemberStories.Explain(staying, separation));
        return cluster with
        {
            Members = members,
            CanonicalId = members[0].ArticleId,
            Absorbed = [.. cluster.Absorbed.Except(leaving.Select(left => left.Id))],
        };
    }
}
