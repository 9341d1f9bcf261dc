using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads what the page shows a person: its headline, its times, its byline and its language.</summary>
internal static class VisibleReader
{
    /// <param name="page">The page.</param>
    /// <param name="site">What it calls its site.</param>
    /// <param name="stated">What the page states for others.</param>
    public static PageFacts Read(Page page, SiteNames site, IReadOnlyList<PageFacts> stated)
    {
        var document = page.Document;
        var window = PlainText.From(document.Title);
        var headline = Headline.Find(page, site, [.. stated.Select(facts => facts.Title).Append(window).OfType<string>()]);
        var facts = new PageFacts(PageFacts.Shown)
        {
            Title = headline?.Text ?? WindowTitle.WithoutSite(window, site),
            Headline = headline,
            Window = WindowTitle.WithoutSite(window, site),
            Language = NotEmpty(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
                ?? NotEmpty(document.QuerySelector("meta[property='og:locale']")?.GetAttribute("content")),
        };
        return document.Body is null ? facts
            : WithHead(facts, page, site, new ArticleHead(page, headline),
                [.. stated.Select(other => PlainText.From(other.Summary)).OfType<string>()]);
    }

    private static PageFacts WithHead(PageFacts facts, Page page, SiteNames site, ArticleHead head, IReadOnlyList<string> summaries)
    {
        var people = new PersonNames(site);
        var byline = new VisibleByline(head, people, line => page.FindDates(line).Count > 0);
        var dates = new VisibleDates(page, head, PlainText.From(page.Document.Title) ?? facts.Title);
        return facts with
        {
            Standfirst = Standfirst.Find(head, summaries),
            Published = dates.Published,
            Uncertain = dates.Uncertain,
            AddressDay = dates.AddressDay,
            Updated = dates.Updated,
            Contributors = byline.Read() is { Count: > 0 } named ? named : AuthorBox.Read(page, people),
            Editors = EditorLines.Read(head.Lines),
            Organisations = byline.ReadOutlets(),
        };
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
