using Pipeline.Articles;
using Pipeline.Enrichment.Flags;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment;

/// <summary>The moments in UTC, and a flag for one that is still to come.</summary>
internal sealed class DateEnricher : IEnricher
{
    // A time without a zone can be read up to 14 hours early; a publisher's clock may be a little fast.
    private static readonly TimeSpan ZoneSlack = TimeSpan.FromHours(14);
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(15);

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var published = input.Entry.Published;
        article = article with
        {
            Published = published?.At.ToUniversalTime(),
            PublishedOn = published?.Day,
            Updated = input.Entry.Updated?.At.ToUniversalTime(),
        };
        if (article.Updated is not null)
            article = article.WithProvenance("updated", input.Entry.SourceOf("updated"));
        if (published is null)
            return article;
        article = article.WithProvenance("published", input.Entry.SourceOf("published"));
        var slack = published.ZoneIsAssumed ? ZoneSlack : ClockSlack;
        return published.At > article.FirstSeen + slack
            ? article.Flag("future-date", $"published {published.At.UtcDateTime:yyyy-MM-ddTHH:mm}Z, after it was received")
            : article;
    }
}
