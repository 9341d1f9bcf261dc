using Pipeline.Articles;
using Pipeline.Enrichment.Lines;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Steps;
using Pipeline.Enrichment.Urls;
using Pipeline.Text;

namespace Pipeline.Enrichment.Credits;

/// <summary>Who made the article and where it first appeared, from the declaration and the article's own words.</summary>
internal sealed class CreditEnricher : IEnricher
{
    private static readonly (CreditKind Kind, ContributorRole Role)[] Roles =
    [
        (CreditKind.Author, ContributorRole.Author),
        (CreditKind.Translator, ContributorRole.Translator),
        (CreditKind.Editor, ContributorRole.Editor),
        (CreditKind.Photographer, ContributorRole.Photographer),
    ];

    public Article Enrich(Article article, EnrichmentInput input)
    {
        // A caption credits its own picture.
        var captions = input.Body.Root.QuerySelectorAll("figcaption").SelectMany(caption => HtmlText.FromNode(caption).Split('\n'))
            .ToHashSet(StringComparer.Ordinal);
        var credits =
            CreditLines.FindIn(article.Text).Where(line => !captions.Contains(line)).SelectMany(CreditLines.Read).Distinct().ToArray();
        article = WithAgency(WithDateline(WithDeclaredOrigin(WithOrigin(article, credits, input.Body), input.Entry)), input.Entry);
        article = WithRepublisher(article, credits, input.Entry);
        return WithImageCredit(WithPeople(article, credits, input.Entry), credits);
    }

    private static Article WithOrigin(Article article, Credit[] credits, ArticleMarkup body)
    {
        if (First(credits, CreditKind.OriginalPublisher) is { } value && NameList.Clean(value) is { Length: >= 2 and <= 60 } name)
        {
            var url = BodyLinks.Named(body, name) is { } link ? CanonicalUrl.FromAddress(link) : null;
            article = (article with { OriginalPublisher = new Publisher(name, url) }).WithProvenance(
                "originalPublisher", ProvenanceExtensions.TheText);
        }

        return First(credits, CreditKind.OriginalUrl) is { } place && BodyLinks.In(body, place) is { } original
            ? (article with { OriginalUrl = CanonicalUrl.FromAddress(original) }).WithProvenance(
                "originalUrl", ProvenanceExtensions.TheText)
            : article;
    }

    // An aggregator names the outlet that it took the story from; where that one took it from stands in the text.
    private static Article WithDeclaredOrigin(Article article, Entry entry) =>
        article.OriginalPublisher is null && entry.OriginalPublisher is { } origin
            ? (article with { OriginalPublisher = origin }).WithProvenance("originalPublisher", entry.SourceOf("originalPublisher"))
            : article;

    // An agency that stands where an author belongs sold the story.
    private static Article WithAgency(Article article, Entry entry) =>
        article.OriginalPublisher is null && entry.Contributors.FirstOrDefault(
            person => person.Role == ContributorRole.Author && NewsAgencies.Contain(person.Name)) is { } agency
            ? (article with { OriginalPublisher = new Publisher(agency.Name) }).WithProvenance(
                "originalPublisher", entry.SourceOf("contributors"))
            : article;

    // A feed that republishes names itself as the publisher, or as the author where the text names who wrote the story.
    private static Article WithRepublisher(Article article, Credit[] credits, Entry entry)
    {
        if (article.OriginalPublisher is not { } original)
            return article;
        var declared = entry.Contributors.Where(person => person.Role == ContributorRole.Author).ToArray();
        var authors = NamesIn(credits, CreditKind.Author).ToArray();
        var signed = declared is [var only] && authors.Length > 0 && !authors.Contains(only.Name) ? only.Name : null;
        var isSigned = signed is not null && (entry.Publisher is null || entry.Provenance.ContainsKey("publisher"));
        var outlet = isSigned ? signed : entry.Publisher?.Name;
        return outlet is null || NewsAgencies.Contain(outlet)
            || outlet.Contains(original.Name ?? outlet, StringComparison.OrdinalIgnoreCase)
            ? article
            : (article with { Republisher = new Publisher(outlet, entry.Publisher?.Url) }).WithProvenance(
                "republisher", entry.SourceOf(isSigned ? "contributors" : "publisher"));
    }

    private static Article WithPeople(Article article, Credit[] credits, Entry entry)
    {
        var isSigned = NamesIn(credits, CreditKind.Author).Any()
            || entry.Contributors.Any(person => person.Role == ContributorRole.Author && !NewsAgencies.Contain(person.Name));
        var declared = entry.Contributors.Where(
            person => person.Name != article.Republisher?.Name && !(isSigned && NewsAgencies.Contain(person.Name))).ToArray();
        var named = Roles
            .Where(role => declared.All(person => person.Role != role.Role))
            .SelectMany(role => NamesIn(credits, role.Kind).Select(name => new Contributor(name, role.Role)))
            .ToArray();
        article = article with { Contributors = [.. declared, .. named] };
        return named.Length > 0 ? article.WithProvenance("contributors", ProvenanceExtensions.TheText)
            : declared.Length > 0 ? article.WithProvenance("contributors", entry.SourceOf("contributors"))
            : article;
    }

    private static Article WithDateline(Article article)
    {
        if (Dateline.Read(article.Text) is not { } found)
            return article;
        if (article.Dateline is null && found.Place is not null)
            article = (article with { Dateline = found.Text }).WithProvenance("dateline", ProvenanceExtensions.TheText);
        return article.OriginalPublisher is null && found.Agency is { } agency
            ? (article with { OriginalPublisher = new Publisher(agency) }).WithProvenance("originalPublisher", "the dateline")
            : article;
    }

    private static Article WithImageCredit(Article article, Credit[] credits) =>
        First(credits, CreditKind.ImageCredit) is { } value && NameList.Clean(value) is { Length: >= 2 and <= 60 } name
            ? (article with { ImageCredit = name }).WithProvenance("imageCredit", ProvenanceExtensions.TheText)
            : article;

    private static string? First(Credit[] credits, CreditKind kind) => Array.Find(credits, credit => credit.Kind == kind)?.Value;

    private static IEnumerable<string> NamesIn(Credit[] credits, CreditKind kind) =>
        credits.Where(credit => credit.Kind == kind).SelectMany(credit => NameList.Parse(credit.Value)).Distinct(StringComparer.Ordinal);
}
