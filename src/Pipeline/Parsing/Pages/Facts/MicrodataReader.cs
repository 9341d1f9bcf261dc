using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads schema.org facts from microdata attributes (WHATWG HTML, section 5) of the article item at the page's address, or else of
/// the first with a body, or else of the first.</summary>
internal static class MicrodataReader
{
    private const string Origin = "microdata";

    // More items than this are a list of other articles.
    private const int MaxItems = 100;

    public static PageFacts Read(Page page)
    {
        var items = page.Document.QuerySelectorAll("[itemscope]").Where(IsArticle).Take(MaxItems)
            .Select(item => new MicrodataItem(item)).ToList();
        return items.Count == 0 ? new PageFacts(Origin)
            : FactsOf(items.MaxBy(item => (page.IsOwn(item.Text("url") ?? item.Text("mainEntityOfPage")), item.Has("articleBody")))!, page);
    }

    private static bool IsArticle(IElement item) =>
        item.GetAttribute("itemtype") is { } type && (type.EndsWith("Article", StringComparison.Ordinal)
            || type.EndsWith("Posting", StringComparison.Ordinal) || type.EndsWith("Report", StringComparison.Ordinal));

    private static PageFacts FactsOf(MicrodataItem article, Page page) =>
        new(Origin)
        {
            Title = PlainText.From(article.Text("headline") ?? article.Text("name")),
            Url = page.Identity(article.Text("url") ?? article.Text("mainEntityOfPage")),
            Summary = article.Text("description"),
            Published = page.ReadDate(article.Text("datePublished")),
            Updated = page.ReadDate(article.Text("dateModified")),
            Language = article.Text("inLanguage"),
            Section = PlainText.From(article.Text("articleSection")),
            Publisher = PlainText.From(article.Text("publisher")) is { } name ? new Publisher(name) : null,
            IsFree = JsonLdGraph.TruthOf(article.Text("isAccessibleForFree")),
            Contributors = [.. article.Texts("author").SelectMany(author => Bylines.From(author)).Distinct()],
            Categories = [.. article.Texts("keywords").SelectMany(Keywords.From).Distinct()],
            Images = [.. article.Texts("image").Select(page.Absolute).OfType<string>().Distinct().Select(url => new ArticleImage(url))],
        };
}
