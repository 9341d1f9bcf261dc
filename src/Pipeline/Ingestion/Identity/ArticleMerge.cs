using Pipeline.Articles;
using Pipeline.Enrichment;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// Makes one record of two readings of an article. From its own source the newer one wins, except where it is only a poorer view of
/// the same text, as a feed's summary is of the page; another source adds what is missing. A fact that the newer one lacks is kept,
/// unless the text is another one now.
/// </summary>
internal static class ArticleMerge
{
    // An editor who shortens a text for another place puts a word here and there to join what is left.
    private const double MaxForeignWords = 0.1;

    public static Article Merge(Article known, Article incoming)
    {
        if (Ownership.IsPublisherOf(known, incoming))
            return TakeOver(known, incoming);
        var isOwner = Ownership.IsOwner(known, incoming.Source);
        var takesText = isOwner ? !IsPoorerView(known, incoming) : BringsText(known, incoming);
        var merged = isOwner && takesText ? Newer(known, incoming) : Completed(known, incoming);
        var body = takesText ? incoming : known;
        merged = WithBody(merged, body) with
        {
            Id = known.Id,
            Source = known.Source,
            Origin = incoming.Origin,
            TextSource = takesText ? (isOwner ? null : incoming.Source) : known.TextSource,
            FirstSeen = known.FirstSeen,
            Revision = known.Revision,
        };
        return merged with { ContentHash = RevisionFacts.Hash(merged) };
    }

    // Its publisher says all of it anew, and nothing stays of what a copier said.
    private static Article TakeOver(Article known, Article incoming)
    {
        var own = incoming with { Id = known.Id, TextSource = null, FirstSeen = known.FirstSeen, Revision = known.Revision };
        return own with { ContentHash = RevisionFacts.Hash(own) };
    }

    private static Article Newer(Article known, Article incoming)
    {
        // What was said about another text is not true of this one.
        var isSameText = TextView.AreRelated(known, incoming, share: 0.5) || TextView.IsPartOf(incoming, known, MaxForeignWords);
        var kept = isSameText ? known : WithoutTextFacts(known);
        var isSameView = known.SourceId == incoming.SourceId || known.Origin.Path == incoming.Origin.Path;
        return incoming with
        {
            // A wire item's id names it everywhere and tells its next version; that of a feed does not.
            SourceId = known.Wire is not null && incoming.Wire is null ? known.SourceId : incoming.SourceId ?? known.SourceId,
            Url = incoming.Url ?? known.Url,
            Title = incoming.Title.Length > 0 ? incoming.Title : known.Title,
            Language = incoming.Language ?? known.Language,
            Published = incoming.Published ?? known.Published,
            PublishedOn = (incoming.Published is null ? known : incoming).PublishedOn,
            Updated = incoming.Updated ?? known.Updated,
            Contributors = Pick(incoming.Contributors, kept.Contributors, isSameView),
            Categories = Pick(incoming.Categories, kept.Categories, isSameView),
            MediaTopics = Pick(incoming.MediaTopics, kept.MediaTopics, isSameView),
            LeadImage = incoming.LeadImage ?? kept.LeadImage,
            Images = Pick(incoming.Images, kept.Images, isSameView),
            ImageCredit = incoming.ImageCredit ?? kept.ImageCredit,
            Enclosures = Pick(incoming.Enclosures, kept.Enclosures, isSameView),
            Publisher = incoming.Publisher ?? known.Publisher,
            Republisher = incoming.Republisher ?? kept.Republisher,
            OriginalPublisher = incoming.OriginalPublisher ?? kept.OriginalPublisher,
            OriginalUrl = incoming.OriginalUrl ?? kept.OriginalUrl,
            Section = incoming.Section ?? kept.Section,
            Dateline = incoming.Dateline ?? kept.Dateline,
            Rights = incoming.Rights ?? kept.Rights,
            // A page of a wire item says nothing of its embargo, and does not end it.
            Wire = incoming.Wire ?? known.Wire,
            Excerpt = incoming.Excerpt,
            Provenance = Provenance(first: incoming, then: known),
        };
    }

    // The owner may still correct a headline, a date or the address in a view that is poorer in text.
    private static Article Completed(Article known, Article incoming)
    {
        var isOwner = Ownership.IsOwner(known, incoming.Source);
        var (first, then) = isOwner ? (incoming, known) : (known, incoming);
        // Two views that are polled in turn would replace each other's lists for ever: only a later one counts.
        var (list, other) = isOwner && IsLater(known, incoming) ? (incoming, known) : (known, incoming);
        return known with
        {
            SourceId = known.SourceId ?? incoming.SourceId,
            Url = first.Url ?? then.Url,
            Title = first.Title.Length > 0 ? first.Title : then.Title,
            Published = first.Published ?? then.Published,
            PublishedOn = (first.Published is null ? then : first).PublishedOn,
            Updated = first.Updated ?? then.Updated,
            Language = known.Language ?? incoming.Language,
            Contributors = Pick(list.Contributors, other.Contributors, isSameView: true),
            Categories = Pick(list.Categories, other.Categories, isSameView: true),
            MediaTopics = Pick(list.MediaTopics, other.MediaTopics, isSameView: true),
            LeadImage = list.LeadImage ?? other.LeadImage,
            Images = Pick(list.Images, other.Images, isSameView: true),
            ImageCredit = list.ImageCredit ?? other.ImageCredit,
            Enclosures = Pick(list.Enclosures, other.Enclosures, isSameView: true),
            Publisher = known.Publisher ?? incoming.Publisher,
            Republisher = known.Republisher ?? incoming.Republisher,
            OriginalPublisher = known.OriginalPublisher ?? incoming.OriginalPublisher,
            OriginalUrl = known.OriginalUrl ?? incoming.OriginalUrl,
            Section = known.Section ?? incoming.Section,
            Dateline = known.Dateline ?? incoming.Dateline,
            Rights = known.Rights ?? incoming.Rights,
            Wire = isOwner ? incoming.Wire ?? known.Wire : known.Wire ?? incoming.Wire,
            Provenance = Provenance(first: known, then: incoming),
        };
    }

    private static Article WithBody(Article article, Article body)
    {
        var provenance = new Dictionary<string, string>(article.Provenance);
        provenance.Remove(TextView.Fact);
        if (TextView.IsSummary(body))
            provenance[TextView.Fact] = TextView.Summary;
        return article with
        {
            Html = body.Html,
            Text = body.Text,
            Excerpt = body.Excerpt ?? article.Excerpt,
            WordCount = body.WordCount,
            ReadingMinutes = body.ReadingMinutes,
            Outline = body.Outline,
            Keywords = body.Keywords,
            Names = body.Names,
            Flags = body.Flags,
            Provenance = provenance,
        };
    }

    private static Article WithoutTextFacts(Article article) => article with
    {
        Contributors = [],
        Categories = [],
        MediaTopics = [],
        LeadImage = null,
        Images = [],
        ImageCredit = null,
        Enclosures = [],
        Republisher = null,
        OriginalPublisher = null,
        OriginalUrl = null,
        Section = null,
        Dateline = null,
        Rights = null,
    };

    private static Dictionary<string, string> Provenance(Article first, Article then) =>
        new([.. then.Provenance.Where(fact => !first.Provenance.ContainsKey(fact.Key)), .. first.Provenance]);

    // Formats of one article state more or fewer of these; the same view, read again, states what is true now.
    private static IReadOnlyList<T> Pick<T>(IReadOnlyList<T> first, IReadOnlyList<T> then, bool isSameView) =>
        (isSameView && first.Count > 0) || first.Count >= then.Count ? first : then;

    private static bool BringsText(Article known, Article incoming) =>
        Ownership.IsFuller(known, incoming) || (Ownership.SpeaksForText(known, incoming.Source) && !IsPoorerView(known, incoming));

    // A publisher that shortens a text says so by a later version or time, and leaves most of it; a summary never replaces what it is one
    // of.
    private static bool IsPoorerView(Article known, Article incoming)
    {
        if (incoming.Text.Length >= known.Text.Length)
            return false;
        if (incoming.Text.Length == 0 || (TextView.IsSummary(incoming) && !TextView.IsSummary(known)))
            return true;
        var isCut = incoming.Flags.Any(flag => flag.Name == "truncated");
        if (!TextView.IsPartOf(known, incoming, MaxForeignWords))
            return isCut && !IsLater(known, incoming);
        return isCut || !IsLater(known, incoming) || (incoming.Wire is null && incoming.Text.Length * 2 < known.Text.Length);
    }

    private static bool IsLater(Article known, Article incoming) =>
        incoming.Wire?.Version > known.Wire?.Version || incoming.Updated > known.Updated;
}
