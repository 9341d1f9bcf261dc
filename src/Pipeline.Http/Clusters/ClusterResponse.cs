using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Matching;

namespace Pipeline.Http.Clusters;

/// <summary>A cluster as the endpoint writes it: its members with how late each was, and who credits whom.</summary>
public sealed record ClusterResponse(
    string Id,
    string CanonicalId,
    IReadOnlyList<MemberResponse> Members,
    IReadOnlyList<SyndicationCredit> Credits,
    IReadOnlyList<string> Absorbed,
    IReadOnlyList<string> Excluded)
{
    internal static ClusterResponse FromCluster(Cluster cluster)
    {
        var first = Syndication.FirstOf(cluster);
        return new ClusterResponse(
            cluster.Id,
            cluster.CanonicalId,
            [.. cluster.Members.Select(member => MemberResponse.FromMember(member, first))],
            Syndication.CreditsOf(cluster),
            cluster.Absorbed,
            cluster.Excluded);
    }
}

/// <summary>A member of a cluster.</summary>
/// <param name="LagSeconds">From the first publication in the cluster to its own.</param>
/// <param name="MatchedWith">The member that it was matched with; absent for the founder.</param>
/// <param name="Match">The rule that put it there with its figures; absent for the founder.</param>
public sealed record MemberResponse(
    string ArticleId,
    string Source,
    string Title,
    string? Url,
    DateTimeOffset ListedAt,
    double LagSeconds,
    string? MatchedWith,
    Match? Match,
    bool IsWithdrawn,
    Publisher? OriginalPublisher,
    string? OriginalUrl,
    Publisher? Republisher)
{
    internal static MemberResponse FromMember(ClusterMember member, DateTimeOffset first) => new(
        member.ArticleId, member.Source, member.Title, member.Url, member.ListedAt, (member.ListedAt - first).TotalSeconds,
        member.MatchedWith, member.Match, member.IsWithdrawn, member.OriginalPublisher, member.OriginalUrl, member.Republisher);
}
