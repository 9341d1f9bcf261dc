using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// Makes one record of two readings of an article: the newer one wins, except where it is only a poorer view of the same
/// text, as a feed's summary is of the page. A fact that the newer one lacks is kept.
/// </summary>
internal static class ArticleMerge
{
    public static Article Merge(Article known, Article incoming)
    {
        var keepsText = IsPoorerView(known, incoming);
        var body = keepsText ? known : incoming;
        var merged = incoming with
        {
            Id = known.Id,
            FirstSeen = known.FirstSeen,
            // A wire item's id names it everywhere and tells its next version; that of a feed does not.
            SourceId = known.Wire is not null && incoming.Wire is null ? known.SourceId : incoming.SourceId ?? known.SourceId,
            Url = incoming.Url ?? known.Url,
            Title = incoming.Title.Length > 0 ? incoming.Title : known.Title,
            Html = body.Html,
            Text = body.Text,
            Excerpt = body.Excerpt ?? known.Excerpt,
            WordCount = body.WordCount,
            ReadingMinutes = body.ReadingMinutes,
            Outline = body.Outline,
            Keywords = body.Keywords,
            Names = body.Names,
            Flags = body.Flags,
            Language = incoming.Language ?? known.Language,
            Published = incoming.Published ?? known.Published,
            Updated = incoming.Updated ?? known.Updated,
            Contributors = Richer(incoming.Contributors, known.Contributors),
            Categories = Richer(incoming.Categories, known.Categories),
            LeadImage = incoming.LeadImage ?? known.LeadImage,
            Images = Richer(incoming.Images, known.Images),
            Enclosures = Richer(incoming.Enclosures, known.Enclosures),
            Publisher = incoming.Publisher ?? known.Publisher,
            Republisher = incoming.Republisher ?? known.Republisher,
            OriginalPublisher = incoming.OriginalPublisher ?? known.OriginalPublisher,
            OriginalUrl = incoming.OriginalUrl ?? known.OriginalUrl,
            Section = incoming.Section ?? known.Section,
            Dateline = incoming.Dateline ?? known.Dateline,
            Rights = incoming.Rights ?? known.Rights,
            // A page of a wire item says nothing of its embargo, and does not end it.
            Wire = incoming.Wire ?? known.Wire,
            Provenance = new Dictionary<string, string>(
                [.. known.Provenance.Where(fact => !incoming.Provenance.ContainsKey(fact.Key)), .. incoming.Provenance]),
        };
        return merged with { ContentHash = ContentHash.For(merged) };
    }

    /// <summary>Whether the merged article has a fact that the known one lacks altogether. One that is only another is no news: formats of
    /// one article differ in those.</summary>
    public static bool IsRicher(Article merged, Article known) =>
        Facts(merged).Zip(Facts(known)).Any(fact => fact is { First: not null, Second: null });

    private static IEnumerable<object?> Facts(Article article) =>
    [
        article.Language, article.LeadImage, article.Enclosures.Count > 0 ? article.Enclosures : null, article.Republisher,
        article.OriginalPublisher,
        article.OriginalUrl, article.Section, article.Dateline, article.Wire,
    ];

    private static IReadOnlyList<T> Richer<T>(IReadOnlyList<T> incoming, IReadOnlyList<T> known) =>
        incoming.Count >= known.Count ? incoming : known;

    // A publisher that shortens a text says so by a later version or time; anything else that is only a part is a summary.
    private static bool IsPoorerView(Article known, Article incoming) =>
        incoming.Text.Length < known.Text.Length
        && !IsLater(known, incoming)
        && (incoming.Text.Length == 0 || Contains(known.Text, incoming.Text) || incoming.Flags.Any(flag => flag.Name == "truncated"));

    private static bool IsLater(Article known, Article incoming) =>
        incoming.Wire?.Version > known.Wire?.Version || incoming.Updated > known.Updated;

    private static bool Contains(string whole, string part) =>
        Folded(whole).Contains(Folded(part), StringComparison.Ordinal);

    // Summaries are cut in the middle of a sentence and end in an ellipsis.
    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('…', '.', ' ');
}
