using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Json;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads schema.org facts from a page's JSON-LD scripts.</summary>
internal static partial class JsonLdReader
{
    public const string Origin = "JSON-LD";

    private const int MaxImages = 100;

    /// <summary>The facts of each node that describes the page's article, best first; empty where none does. And what the page calls its
    /// site.</summary>
    public static (IReadOnlyList<PageFacts> Facts, IReadOnlyList<string> SiteNames) Read(Page page)
    {
        var scripts = page.Document.QuerySelectorAll("script[type*='ld+json' i]");
        var graph = new JsonLdGraph(scripts.Select(script => LenientJson.Parse(Plain(script.TextContent))));
        return ([.. graph.Articles(page).Select(article => FactsOf(article, graph, page))], graph.SiteNames());
    }

    // Some templates escape the script as if it were text, and some write out whose each word is.
    private static string Plain(string script) =>
        Prefix().Replace(script.Contains('"', StringComparison.Ordinal) ? script : WebUtility.HtmlDecode(script), "\"");

    private static PageFacts FactsOf(JsonElement article, JsonLdGraph graph, Page page) =>
        new(Origin)
        {
            Title = graph.IsArticle(article) ? PlainText.From(graph.Text(article, "headline") ?? graph.Text(article, "name")) : null,
            Url = page.Identity(graph.Link(article, "url") ?? graph.Link(article, "mainEntityOfPage")),
            Summary = graph.Text(article, "description"),
            Published = FirstDate(["datePublished", "dateCreated", "pubDate"], article, graph, page),
            Updated = FirstDate(["dateModified", "upDate"], article, graph, page),
            Language = graph.Values(article, "inLanguage").Select(
                language => graph.Text(language, "alternateName") ?? graph.TextOf(language)).FirstOrDefault(),
            Section = PlainText.From(graph.Text(article, "articleSection")),
            Rights = graph.Text(article, "copyrightNotice"),
            Publisher = graph.Values(article, "publisher").Select(value => PublisherOf(value, article, graph, page)).FirstOrDefault(),
            Contributors =
            [
                .. Authors(article, graph, page),
                .. People(article, "editor", ContributorRole.Editor, graph, page),
                .. People(article, "translator", ContributorRole.Translator, graph, page),
                .. People(article, "contributor", ContributorRole.Contributor, graph, page),
            ],
            Organisations = [.. graph.Values(article, "author").Where(graph.IsOrganisation).SelectMany(graph.NamesOf).Select(
                name => new Contributor(name))],
            Categories = [.. graph.Texts(article, "keywords").SelectMany(Keywords.From)],
            Images = [.. graph.Values(article, "image").Take(MaxImages).Select(value => ImageOf(value, graph, page)).OfType<ArticleImage>()
                .DistinctBy(image => image.Url)],
            Gallery = JsonLdGallery.Read(article, graph, page),
            IsFree = IsFree(article, graph),
            Body = BodyOf(article, graph),
        };

    // The last two are Baidu's words for search engines in China.
    private static PublishedDate? FirstDate(ReadOnlySpan<string> properties, JsonElement article, JsonLdGraph graph, Page page)
    {
        foreach (var property in properties)
        {
            if (page.ReadDate(graph.Text(article, property)) is { } date)
                return date;
        }

        return null;
    }

    // Some write a list of paragraphs, and the text of a live blog is its updates.
    private static string? BodyOf(JsonElement article, JsonLdGraph graph) =>
        graph.Texts(article, "articleBody").Concat(graph.Values(article, "liveBlogUpdate").SelectMany(
            update => graph.Texts(update, "headline").Concat(graph.Texts(update, "articleBody")))).ToList() is { Count: > 0 } parts
            ? string.Join("\n\n", parts) : null;

    // Google's markup for paywalls: the article as a whole, or those of its parts that a selector names.
    private static bool? IsFree(JsonElement article, JsonLdGraph graph)
    {
        var stated = graph.Values(article, "hasPart").Append(article).Select(part => graph.Truth(part, "isAccessibleForFree")).ToList();
        return stated.Contains(false) ? false : stated[^1];
    }

    private static IEnumerable<Contributor> Authors(JsonElement article, JsonLdGraph graph, Page page) =>
        People(article, "author", ContributorRole.Author, graph, page).ToList() is { Count: > 0 } authors
            ? authors
            : People(article, "creator", ContributorRole.Author, graph, page);

    private static IEnumerable<Contributor> People(
        JsonElement article, string property, ContributorRole role, JsonLdGraph graph, Page page) =>
        graph.Values(article, property).SelectMany(value =>
            graph.NamesOf(value).SelectMany(name => Bylines.From(name, role)).Select(person =>
                person with
                {
                    Url = page.Absolute(graph.Link(value, "url") ?? ProfileOf(value, graph) ?? graph.Link(value, "sameAs")),
                    Email = graph.Text(value, "email")
                }));

    // What names a person within the page's data is often the address of the person's own page.
    private static string? ProfileOf(JsonElement person, JsonLdGraph graph) =>
        graph.Text(person, "@id") is { } id && MarkNames.IsProfile(id) ? id : null;

    // Whoever leaves out the publisher's home may name the site that the article is part of.
    private static Publisher? PublisherOf(JsonElement value, JsonElement article, JsonLdGraph graph, Page page) =>
        PlainText.From(graph.TextOf(value)) is { } name
            ? new Publisher(name, page.Absolute(
                graph.Link(value, "url") ?? graph.Values(article, "isPartOf").Select(site => graph.Link(site, "url")).FirstOrDefault()))
            : null;

    private static ArticleImage? ImageOf(JsonElement value, JsonLdGraph graph, Page page) =>
        page.Absolute(graph.LinkOf(value)) is { } url
            ? new ArticleImage(url)
            {
                Caption = PlainText.From(graph.Text(value, "caption")),
                Credit = PlainText.From(graph.Text(value, "creditText")),
                Width = Pixels(graph.Text(value, "width")),
                Height = Pixels(graph.Text(value, "height")),
            }
            : null;

    private static int? Pixels(string? size) =>
        int.TryParse(
            size?.Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels)
            && pixels > 0
            ? pixels
            : null;

    [GeneratedRegex(@"""(?:schema:|https?://schema\.org/)(?=[a-zA-Z]{1,40}""\s*:)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Prefix();
}
