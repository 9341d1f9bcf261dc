using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Matching;

namespace Pipeline.Ingestion.Identity;

/// <summary>Whether an incoming article with a claim of a known one can be that article.</summary>
internal static class ArticleIdentity
{
    // A publisher that reuses an address does so daily; a correction keeps its publication date or moves it by hours.
    private static readonly TimeSpan Apart = TimeSpan.FromHours(18);

    // Reports in one form share half of their phrases from day to day; what is the same article days later shares most.
    private const double MinRelated = 0.5;
    private const double MinRelatedApart = 0.8;

    /// <param name="known">The article that has the key.</param>
    /// <param name="incoming">What was read under it.</param>
    /// <param name="key">What kind of key it is.</param>
    public static bool AreSame(Article known, Article incoming, EntryKeyKind key)
    {
        if (known.Origin == incoming.Origin)
            return true;
        if (known.Source != incoming.Source)
            return Ownership.IsView(known, incoming) || Ownership.IsPublisherOf(known, incoming);
        if (known.Wire is not null && incoming.Wire is not null)
            return AreVersions(known, incoming);
        if (AreNeighbours(known.Origin, incoming.Origin) && !TextView.AreEqual(known, incoming))
            return false;
        // A ticker and a forecast use one title again and again: without a date only the text tells a correction.
        if (key == EntryKeyKind.Title)
            return known.Text.Length > 0 && incoming.Text.Length > 0 && TextView.AreRelated(known, incoming, MinRelatedApart);
        return AreApart(known, incoming)
            ? TextView.AreRelated(known, incoming, MinRelatedApart)
            : Agree(known, incoming, key) || TextView.AreRelated(known, incoming, MinRelated);
    }

    /// <summary>
    /// Whether the two say the same, so that they are one article whatever their ids. A text of some length is not written twice;
    /// a short one (an alert, a forecast) is another's on another date.
    /// </summary>
    public static bool SayTheSame(Article known, Article incoming) =>
        known.Source == incoming.Source
        && !AreNeighbours(known.Origin, incoming.Origin)
        && TextView.AreEqual(known, incoming)
        && (Fingerprint.FromText(incoming.Text) is not null
            || (known.Published ?? incoming.Published) == (incoming.Published ?? known.Published))
        && RevisionFacts.Media(known.Enclosures).SequenceEqual(RevisionFacts.Media(incoming.Enclosures));

    private static bool Agree(Article known, Article incoming, EntryKeyKind key) =>
        TextView.HaveSameTitle(known, incoming) || (key switch
        {
            EntryKeyKind.Id => !DifferIn(ClaimKey.AddressOf(known), ClaimKey.AddressOf(incoming)),
            EntryKeyKind.Address => AreAtOneAddress(known, incoming),
            _ => true,
        });

    private static bool AreAtOneAddress(Article known, Article incoming) =>
        known.Wire is not null || incoming.Wire is not null || (known.SourceId, incoming.SourceId) switch
        {
            // A board of notices has one address for all; what changed in every word must at least keep its date.
            (null, null) => known.Published is { } published && published == incoming.Published,
            // Two items that link to one page and have ids of their own are two.
            ({ } one, { } other) => one == other,
            _ => true,
        };

    private static bool AreVersions(Article known, Article incoming)
    {
        if (known.SourceId is not null && known.SourceId == incoming.SourceId)
            return true;
        if (WireItem.FromArticle(known) is not { } one || WireItem.FromArticle(incoming) is not { } other)
            return false;
        var haveOneKey = known.Wire!.ItemKey is { } key && key == incoming.Wire!.ItemKey;
        if (one.Id != other.Id && !haveOneKey)
            return false;
        // An item that begins as a flash shares its first date with what becomes of it. So do the items of one package: there, numbers at
        // the ends of their ids may count the items.
        var haveOneDate = known.Published is { } published && published == incoming.Published
            && (haveOneKey || !AreNeighbours(known.Origin, incoming.Origin));
        return (one.Id == other.Id && one.IsCertain && other.IsCertain) || haveOneDate
            || TextView.HaveSameTitle(known, incoming) || TextView.AreRelated(known, incoming, MinRelated);
    }

    private static bool AreNeighbours(EntryOrigin one, EntryOrigin other) =>
        one.Path == other.Path && one.FileVersion == other.FileVersion && one.Index != other.Index;

    private static bool AreApart(Article known, Article incoming) =>
        known.Published is { } before && incoming.Published is { } after && (after - before).Duration() > Apart;

    private static bool DifferIn(string? one, string? other) => one is not null && other is not null && one != other;
}
