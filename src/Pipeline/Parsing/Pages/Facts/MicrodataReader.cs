using Pipeline.Articles;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads schema.org facts from microdata attributes (WHATWG HTML, section 5) of the page's first article item.</summary>
internal static class MicrodataReader
{
    private const string Origin = "microdata";

    public static PageFacts Read(Page page)
    {
        var item = page.Document.QuerySelector("[itemscope][itemtype$=Article], [itemscope][itemtype$=Posting], [itemscope][itemtype$=Report]");
        return item is null ? new PageFacts(Origin) : FactsOf(new MicrodataItem(item), page);
    }

    private static PageFacts FactsOf(MicrodataItem article, Page page) =>
        new(Origin)
        {
            Title = PlainText.From(article.Text("headline") ?? article.Text("name")),
            Url = page.Absolute(article.Text("url") ?? article.Text("mainEntityOfPage")),
            Summary = article.Text("description"),
            Published = page.ReadDate(article.Text("datePublished")),
            Updated = page.ReadDate(article.Text("dateModified")),
            Language = article.Text("inLanguage"),
            Section = PlainText.From(article.Text("articleSection")),
            Publisher = PlainText.From(article.Text("publisher")) is { } name ? new Publisher(name) : null,
            Contributors = [.. article.Texts("author").SelectMany(author => Bylines.From(author)).Distinct()],
            Categories = [.. article.Texts("keywords").SelectMany(Keywords.From).Distinct()],
            Images = [.. article.Texts("image").Select(page.Absolute).OfType<string>().Distinct().Select(url => new ArticleImage(url))],
            Body = article.Text("articleBody"),
        };
}
