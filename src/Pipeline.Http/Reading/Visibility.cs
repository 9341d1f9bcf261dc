using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ledger;

namespace Pipeline.Http.Reading;

/// <summary>
/// The one place that decides what a reader may see: nothing of an article that was never published (held back, or withdrawn before it
/// came), nothing of a revision that is still held, and of a withdrawn article the notice without its text.
/// </summary>
internal static class Visibility
{
    /// <summary>The place of an article that readers were told of; <c>null</c> where they were not.</summary>
    public static ArticleSummary? FindPublicPlace(CatalogEntry? entry) =>
        entry is { Sequence: > 0, Article: { State: not ArticleState.Held } place } ? place : null;

    /// <summary>The revision as a reader may see it; <c>null</c> where it may not be seen.</summary>
    public static PublicArticle? Show(Article? article, ArticleSummary? place) =>
        article is null || place is null || article.Revision > place.Revision ? null
        : new PublicArticle((place.State == ArticleState.Withdrawn ? RemoveText(article) : article).FilterAddresses(), Show(place));

    /// <summary>A line of a list or of the log. Lists and log have only what was published.</summary>
    public static ArticleSummary Show(ArticleSummary article) =>
        (article.State == ArticleState.Withdrawn ? Summaries.RemoveText(article) : article).FilterAddresses();

    /// <summary>The cluster without members that were never published; <c>null</c> where none is left.</summary>
    public static Cluster? Show(Cluster cluster)
    {
        var hidden =
            cluster.Members.Where(member => member.IsUnpublished).Select(member => member.ArticleId).ToHashSet(StringComparer.Ordinal);
        if (hidden.Count == 0)
            return cluster;
        var members = cluster.Members.Where(member => !hidden.Contains(member.ArticleId))
            .Select(member => member.MatchedWith is { } with && hidden.Contains(with) ? member with { MatchedWith = null } : member)
            .ToList();
        return members.Count == 0 ? null : cluster with
        {
            Members = members,
            CanonicalId = hidden.Contains(cluster.CanonicalId) ? members[0].ArticleId : cluster.CanonicalId,
            Excluded = [.. cluster.Excluded.Where(id => !hidden.Contains(id))],
        };
    }

    /// <summary>The cluster without the addresses that nobody may follow.</summary>
    public static Cluster FilterAddresses(Cluster cluster) =>
        cluster with { Members = [.. cluster.Members.Select(FilterAddresses)] };

    private static ClusterMember FilterAddresses(ClusterMember member) => member with
    {
        Url = SafeAddress.Find(member.Url),
        OriginalPublisher = member.OriginalPublisher?.FilterAddresses(),
        OriginalUrl = SafeAddress.Find(member.OriginalUrl),
        Republisher = member.Republisher?.FilterAddresses(),
    };

    /// <summary>
    /// A fate with the headline that readers know the article by: that of the entry itself may be the headline of a revision which is
    /// still held. An entry that became no article keeps its own, unless its publisher forbade publication.
    /// </summary>
    /// <param name="fate">As the ledger has it.</param>
    /// <param name="place">The public place of the fate's article.</param>
    public static EntryFate Show(EntryFate fate, ArticleSummary? place) => fate switch
    {
        { ArticleId: not null } => fate with { ArticleId = place?.Id, Title = place?.Title },
        // The notice of a withdrawal often repeats the headline of what it withdraws.
        { IsRestricted: true } or { Fate: Fate.Withdrawn } => fate with { Title = null },
        _ => fate,
    };

    // A text that was withdrawn must not be passed on, and keywords and names are cut from it.
    private static Article RemoveText(Article article) => article with
    {
        Html = "",
        Text = "",
        Excerpt = null,
        Outline = [],
        Keywords = [],
        Names = [],
        LeadImage = null,
        Images = [],
        ImageCredit = null,
        Enclosures = [],
    };
}
