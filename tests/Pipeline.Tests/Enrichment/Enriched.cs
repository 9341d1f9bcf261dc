using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Tests.Enrichment;

/// <summary>Enriches entries as the stage does, received on 1 March 2026.</summary>
internal static class Enriched
{
    public static readonly DateTimeOffset Seen = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ArticleEnricher Enricher = new(new EnrichmentSettings());

    public static Article Of(Entry entry) => Enricher.Enrich(entry, new EntryOrigin("test/file.txt", "0123456789abcdef", 0), "test", Seen);

    public static Article Html(string html, string? url = null, string title = "Title") =>
        Of(new Entry { Title = title, ContentHtml = html, Url = url });
}
