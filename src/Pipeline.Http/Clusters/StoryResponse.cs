using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Http.Clusters;

/// <summary>A story: the articles that carry one text, as one.</summary>
/// <param name="ClusterId">Its cluster.</param>
/// <param name="Title">The headline of its canonical article.</param>
/// <param name="Outlets">How many sources carry it.</param>
/// <param name="Articles">How many articles carry it.</param>
/// <param name="First">When the first of them was published, or first seen where it says no time.</param>
/// <param name="Last">The same of the last of them.</param>
/// <param name="ChangedAt">When anything about it was committed last.</param>
/// <param name="Canonical">The article that stands for all.</param>
public sealed record StoryResponse(
    string ClusterId, string Title, int Outlets, int Articles, DateTimeOffset First, DateTimeOffset Last, DateTimeOffset ChangedAt,
    ArticleSummary Canonical)
{
    internal static StoryResponse FromCluster(Cluster cluster, ArticleSummary canonical, DateTimeOffset changedAt)
    {
        var shown = cluster.Members.Where(member => member is { IsWithdrawn: false, IsUnpublished: false })
            .Select(member => member.ListedAt).DefaultIfEmpty(canonical.ListedAt).ToList();
        return new StoryResponse(
            cluster.Id, canonical.Title, cluster.Outlets, cluster.Size, shown.Min(), shown.Max(), changedAt,
            canonical with { ClusterSize = cluster.Size, Outlets = cluster.Outlets, ClusterFirst = cluster.First });
    }
}
