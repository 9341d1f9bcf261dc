using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Enrichment.Credits;
using Pipeline.Enrichment.Flags;
using Pipeline.Enrichment.Images;
using Pipeline.Enrichment.Languages;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Measures;
using Pipeline.Enrichment.Steps;
using Pipeline.Enrichment.Summaries;
using Pipeline.Enrichment.Terms;
using Pipeline.Enrichment.Topics;
using Pipeline.Enrichment.Urls;

namespace Pipeline.Enrichment;

/// <summary>Turns an entry into an article: everything about it but its id, revision number and place among the others.</summary>
public sealed class ArticleEnricher(EnrichmentSettings settings)
{
    /// <summary>The steps in their order; each may read what those before it wrote.</summary>
    internal IReadOnlyList<IEnricher> Steps { get; } =
    [
        new UrlEnricher(),
        new DateEnricher(),
        new LanguageEnricher(),
        new CreditEnricher(),
        new OutlineEnricher(),
        new ImageEnricher(),
        new MeasureEnricher(settings),
        new FlagEnricher(),
        new ExcerptEnricher(),
        new NameEnricher(),
        new KeywordEnricher(),
        new MediaTopicEnricher(),
        new ContentHashEnricher(),
    ];

    /// <param name="entry">As published.</param>
    /// <param name="origin">Where it was read; the path's first folder is the source.</param>
    /// <param name="source">The source it belongs to.</param>
    /// <param name="seen">When the pipeline received the file.</param>
    /// <exception cref="CpuBudgetException">It costs more than <see cref="EnrichmentSettings.CpuTime"/>.</exception>
    public Article Enrich(Entry entry, EntryOrigin origin, string source, DateTimeOffset seen) => new CpuBudget(settings.CpuTime).Run(() =>
    {
        var input = Read(entry);
        // Whatever wrote an address, and whatever sent it: messages of an older version have not been through the parsers of this one.
        return Steps.Aggregate(AsPublished(input, origin, source, seen), (article, step) => TakeStep(step, article, input))
            .FilterAddresses();
    });

    private static Article TakeStep(IEnricher step, Article article, EnrichmentInput input)
    {
        CpuBudget.Check();
        return step.Enrich(article, input);
    }

    /// <summary>Parses the body, once for all steps. A feed that publishes only a summary has that for a body.</summary>
    internal static EnrichmentInput Read(Entry entry) =>
        new(entry, ArticleMarkup.Read(
            entry.ContentHtml ?? entry.SummaryHtml ?? "", entry.Url ?? (entry.UrlClaims is [var claim, ..] ? claim.Url : null),
            entry.Title));

    internal static Article AsPublished(EnrichmentInput input, EntryOrigin origin, string source, DateTimeOffset seen) => new()
    {
        Source = source,
        Origin = origin,
        FirstSeen = seen.ToUniversalTime(),
        SourceId = input.Entry.SourceId,
        Title = input.Entry.Title ?? "",
        Html = input.Body.Html,
        Text = input.Body.Text,
        Contributors = input.Entry.Contributors,
        Categories = input.Entry.Categories,
        Enclosures = input.Entry.Enclosures,
        Publisher = input.Entry.Publisher,
        Section = input.Entry.Section,
        Dateline = input.Entry.Dateline,
        Rights = input.Entry.Rights,
        IsFree = input.Entry.IsFree,
        Wire = input.Entry.Wire,
        Provenance = input.Entry.Provenance,
    };
}
