using Pipeline.Articles;
using Pipeline.Enrichment.Urls;
using Pipeline.Text;

namespace Pipeline.Enrichment;

/// <summary>
/// The facts that make a revision: all that a client can read, except what follows from the text (keywords, names, topics, measures,
/// flags), the markup and the time of an update, which exporters change without an editor's doing. The order of a list is none.
/// </summary>
internal static class RevisionFacts
{
    /// <summary>Hex SHA-256 over the facts.</summary>
    public static string Hash(Article article) => StableHash.Hex(string.Join('\u001e', List(article)));

    /// <summary>The addresses of recordings without what changes at every fetch, in an order of their own.</summary>
    public static IEnumerable<string> Media(IEnumerable<Enclosure> enclosures) => Sorted(enclosures, Media);

    private static IEnumerable<string> List(Article article) =>
    [
        article.Title,
        WhiteSpace.Fold(article.Text),
        article.Excerpt ?? "",
        article.Url ?? "",
        article.Language ?? "",
        article.Published?.ToUnixTimeSeconds().ToString(provider: null) ?? "",
        article.Section ?? "",
        article.Dateline ?? "",
        article.Rights ?? "",
        article.OriginalUrl ?? "",
        Publisher(article.OriginalPublisher),
        Publisher(article.Republisher),
        article.LeadImage is { } lead ? Image(lead) : "",
        article.ImageCredit ?? "",
        .. Part(article.Contributors, person => $"{person.Role} {person.Name} {person.Email} {person.Url}"),
        .. Part(article.Categories, category => $"{category.Term} {category.Name} {category.Scheme}"),
        .. Part(article.Images, Image),
        .. Part(article.Enclosures, Media),
        Wire(article.Wire),
    ];

    private static IEnumerable<string> Part<T>(IEnumerable<T> items, Func<T, string> write) =>
        [string.Join('\u001f', Sorted(items, write))];

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> items, Func<T, string> write) =>
        items.Select(write).Distinct().Order(StringComparer.Ordinal);

    private static string Media(Enclosure file) => $"{MediaAddress.Stable(file.Url)} {file.MediaType} {file.Length}";

    private static string Image(ArticleImage image) => $"{MediaAddress.Stable(image.Url)} {image.Alt} {image.Caption} {image.Credit}";

    private static string Publisher(Publisher? publisher) =>
        publisher is null ? "" : $"{publisher.Name} {CanonicalUrl.FromAddress(publisher.Url) ?? publisher.Url}";

    private static string Wire(WireFacts? wire) => wire is null
        ? ""
        : $"{wire.Version} {wire.Status} {wire.Embargo?.Until?.ToUnixTimeSeconds()} {wire.Embargo
            is null} {wire.Correction} {wire.Urgency} {wire.EditorNote}";
}
