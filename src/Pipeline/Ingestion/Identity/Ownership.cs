using Pipeline.Articles;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Urls;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// Who may say what of an article. It belongs to the source that brought it first, or to its publisher where that comes
/// later; its text to the source that brought the fullest
/// view of it. Others add the facts that are missing, and replace none.
/// </summary>
internal static class Ownership
{
    public static bool IsOwner(Article article, string source) => article.Source == source;

    /// <summary>
    /// Whether the publisher of the address comes after a source that copied it, so that the article is the publisher's from now on. A
    /// feed's own site says who it is, which anyone may write into a feed: so it counts only against a source whose feed names another
    /// site, and only for the same story.
    /// </summary>
    public static bool IsPublisherOf(Article known, Article incoming) =>
        known.Source != incoming.Source
        && known.Wire is null && incoming.Wire is null
        && known.Url is not null && known.Url == incoming.Url
        && IsAtHome(incoming) && known.Publisher?.Url is not null && !IsAtHome(known)
        && !Quotes(known, incoming)
        && TextView.AreRelated(known, incoming, share: 0.5);

    /// <summary>Whether the source may change the text: it brought what stands.</summary>
    public static bool SpeaksForText(Article article, string source) => (article.TextSource ?? article.Source) == source;

    /// <summary>
    /// Whether another source's article with an address or an id of the known one is a view of it, and no story of its own. A view says
    /// nothing that the article does not, so that nothing is lost where the two are one.
    /// </summary>
    public static bool IsView(Article known, Article incoming)
    {
        // What is held back by one source says nothing about what another one publishes.
        if (incoming.Wire is not (null or { Status: WireStatus.Usable, Embargo: null }) || Quotes(known, incoming))
            return false;
        return SaysItAll(known, incoming)
            || (TextView.HaveSameTitle(known, incoming) && TextView.IsPartOf(known, incoming, foreignWords: 0))
            || IsFuller(known, incoming)
            || (SpeaksForText(known, incoming.Source) && TextView.AreRelated(known, incoming, share: 0.5));
    }

    /// <summary>Whether another source brings whole what the known article has only the summary or the beginning of.</summary>
    public static bool IsFuller(Article known, Article incoming) =>
        incoming.Text.Length > known.Text.Length
        && TextView.HaveSameTitle(known, incoming)
        && TextView.IsPartOf(incoming, known, foreignWords: 0)
        && !HaveOtherAuthors(known, incoming)
        && (TextView.IsSummary(known) || known.Text.Length * 2 < incoming.Text.Length || known.Flags.Any(flag => flag.Name == "truncated"));

    private static bool IsAtHome(Article article) =>
        article.Url is { } url && article.Publisher?.Url is { } site && UrlTrust.AreOneSite(url, site);

    private static bool SaysItAll(Article known, Article incoming) =>
        TextView.IsPartOf(known, incoming, foreignWords: 0) && TextView.IsPartOf(incoming, known, foreignWords: 0);

    // A link blog has the address of what it writes about, often its title too, and sets what it repeats of it as a quotation.
    private static bool Quotes(Article known, Article incoming) => Quotations.AreIn(incoming) && !Quotations.AreIn(known);

    private static bool HaveOtherAuthors(Article known, Article incoming)
    {
        var (one, other) = (ListAuthors(known), ListAuthors(incoming));
        return one.Count > 0 && other.Count > 0 && !one.Overlaps(other);
    }

    private static HashSet<string> ListAuthors(Article article) =>
        article.Contributors.Where(person => person.Role == ContributorRole.Author).Select(person => person.Name).ToHashSet(
            StringComparer.OrdinalIgnoreCase);
}
