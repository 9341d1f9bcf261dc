using Pipeline.Matching;

namespace Pipeline.Clusters;

/// <summary>The stories that a cluster's members tell, as far as they are known to be more than one.</summary>
internal static class MemberStories
{
    /// <summary>The stories that do not belong with the largest: the members of each, in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<ClusterMember>> ListLeaving(Cluster cluster, Separation separation)
    {
        var stories = ListStories(cluster, separation);
        var largest = stories.MaxBy(story => story.Count);
        return [.. stories.Where(story => story != largest && separation.Apart.Any(pair => IsOf(story, pair)))];

        // Between this story and another one of the cluster.
        bool IsOf(IReadOnlyList<ClusterMember> story, ArticlePair pair) =>
            cluster.Has(pair.One) && cluster.Has(pair.Other) && Has(story, pair.One) != Has(story, pair.Other);
    }

    /// <summary>The members, those whose match is no longer among them with another one that is.</summary>
    public static IEnumerable<ClusterMember> Explain(IReadOnlyList<ClusterMember> members, Separation separation) =>
        members.Select(member => member.MatchedWith is null || Has(members, member.MatchedWith) ? member
            : separation.Together.FirstOrDefault(pair => pair.Has(member.ArticleId) && Has(members, pair.OtherThan(member.ArticleId)))
                is { } pair
                ? member with { MatchedWith = pair.OtherThan(member.ArticleId), Match = pair.Match }
                : member with { MatchedWith = null, Match = null });

    private static List<List<ClusterMember>> ListStories(Cluster cluster, Separation separation)
    {
        var stories = cluster.Members.Select(member => new List<ClusterMember> { member }).ToList();
        foreach (var (one, other) in ListTies(cluster, separation))
        {
            var first = stories.Find(story => Has(story, one));
            var second = stories.Find(story => Has(story, other));
            if (first is null || second is null || first == second)
                continue;
            first.AddRange(second);
            stories.Remove(second);
        }

        return stories;
    }

    private static IEnumerable<(string One, string Other)> ListTies(Cluster cluster, Separation separation) =>
        cluster.Members
            .Where(member => member.MatchedWith is { } with
                && (member.Match is { Rule: MatchRule.Editor }
                    || !separation.Apart.Any(pair => pair.Has(member.ArticleId) && pair.Has(with))))
            .Select(member => (member.ArticleId, member.MatchedWith!))
            .Concat(separation.Together.Select(pair => (pair.One, pair.Other)));

    private static bool Has(IReadOnlyList<ClusterMember> story, string articleId) => story.Any(member => member.ArticleId == articleId);
}
