using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads the meta tags that are older than Open Graph or made for one company's crawler: Dublin Core, Parse.ly, Sailthru, Twitter,
/// plain HTML.</summary>
internal static partial class MetaReader
{
    private static readonly HashSet<string> AuthorLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        "Written by", "Verfasst von", "Geschrieben von", "Écrit par", "Escrito por", "Scritto da", "Geschreven door", "Skrevet av",
        "Skrevet af", "Skriven av", "Kirjoittanut", "Napisane przez", "Napsal", "Napsal(a)", "Yazan",
        "Автор", "Написано автором", "作者", "執筆者", "글쓴이", "كتب بواسطة", "נכתב על ידי",
        "Ditulis oleh", "Được viết bởi", "Scris de", "Írta", "Γράφτηκε από",
    };

    public static PageFacts Read(Page page)
    {
        var tags = new MetaTags(page.Document);
        return new PageFacts("meta tags")
        {
            Title = PlainText.From(
                tags.First("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "twitter:title", "citation_title", "headline")),
            Url = page.Identity(tags.First("parsely-link", "twitter:url")),
            Summary = tags.First("description", "dc.description", "dcterms.abstract", "twitter:description"),
            Published = tags.All("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created").Concat(
                tags.Like(Publication())).Select(page.ReadDate).FirstOrDefault(date => date is not null),
            Uncertain = page.ReadDate(tags.First("dc.date", "dcterms.date", "date")),
            Updated = page.ReadDate(tags.First("dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "dateModified")),
            Language = tags.First("content-language", "dc.language", "dcterms.language"),
            Section = PlainText.From(tags.First("parsely-section", "section", "content_category", "dc.subject")),
            Rights = PlainText.From(tags.First("dcterms.rights", "dc.rights", "copyright")),
            IsFree = JsonLdGraph.TruthOf(tags.First("isAccessibleForFree")),
            Publisher = PlainText.From(tags.First("dc.publisher", "dcterms.publisher", "application-name", "publisher")) is { } name
                ? new Publisher(name) : null,
            Contributors = [.. Contributors(tags).Distinct()],
            Categories = [.. tags.All("news_keywords", "parsely-tags", "sailthru.tags", "keywords").Take(1).SelectMany(Keywords.From)],
            Images = [.. tags.All("twitter:image", "twitter:image:src", "parsely-image-url", "thumbnail", "image").Append(
                    page.Document.QuerySelector("link[rel=image_src]")?.GetAttribute("href")).Select(page.Absolute)
                .OfType<string>().Take(1).Select(url => new ArticleImage(url))],
        };
    }

    // Dublin Core and Highwire have one person a tag, the surname first.
    private static IEnumerable<Contributor> Contributors(MetaTags tags) =>
        tags.All("parsely-author", "sailthru.author").SelectMany(author => Bylines.From(author))
            .Concat(tags.All("dc.creator", "dcterms.creator", "citation_author").Select(NaturalOrder).SelectMany(
                author => Bylines.From(author)).ToList() is { Count: > 0 } creators ? creators
                : tags.All("author", "byl").Concat(Labelled(tags)).SelectMany(author => Bylines.From(author)));

    // A common WordPress plugin tells social networks who wrote a post, under a label in the site's language.
    private static IEnumerable<string> Labelled(MetaTags tags) =>
        AuthorLabels.Contains(tags.First("twitter:label1") ?? "") ? tags.All("twitter:data1").Take(1) : [];

    private static string NaturalOrder(string name) =>
        name.Split(", ") is [var surname, var given] && surname.Split(' ').Length <= 2 && given.Split(' ').Length <= 3
            ? $"{given} {surname}" : name;

    // Each company has a name of its own for the moment of publication, made of the same words.
    [GeneratedRegex(
        @"\A(?!.*(?:modif|updat|expir|unpub|revis|embargo)).*(?:pub(?:lish(?:ed)?|lication)?[_.:-]?(?:date|time|at|on)"
        + @"|date[_.:-]?pub(?:lished|lication)?|creat(?:ed?)?[_-](?:at|time)|(?:display|online_|citation_)date|date_original"
        + @"|[.:_-]publish(?:ed)?|(?<![a-z])pdate)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Publication();
}
