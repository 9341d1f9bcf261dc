using Pipeline.Articles;

namespace Pipeline.Enrichment;

/// <summary>Turns an entry into an article: everything about it but its id, revision number and place among the others.</summary>
public sealed class ArticleEnricher(EnrichmentSettings settings)
{
    /// <param name="entry">As published.</param>
    /// <param name="origin">Where it was read; the path's first folder is the source.</param>
    /// <param name="source">The source it belongs to.</param>
    /// <param name="seen">When the pipeline received the file.</param>
    public Article Enrich(Entry entry, EntryOrigin origin, string source, DateTimeOffset seen) =>
        new() { Source = source, Origin = origin, Title = entry.Title ?? "", Html = entry.ContentHtml ?? "", Text = "", ReadingMinutes = settings.WordsPerMinute, FirstSeen = seen };
}
