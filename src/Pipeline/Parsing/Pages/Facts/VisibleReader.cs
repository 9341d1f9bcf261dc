using AngleSharp.Dom;
using Pipeline.Articles;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads what the page shows a person: its headline, its times, its byline and its language.</summary>
internal static class VisibleReader
{
    public static PageFacts Read(Page page)
    {
        var document = page.Document;
        return new PageFacts("page")
        {
            Title = Headline(document),
            Published = document.QuerySelectorAll("time").Select(time => page.ReadDate(time.GetAttribute("datetime") ?? time.TextContent)).OfType<PublishedDate>().FirstOrDefault(),
            Language = NotEmpty(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
                ?? NotEmpty(document.QuerySelector("meta[property='og:locale']")?.GetAttribute("content")),
            Contributors = [.. document.QuerySelectorAll("a[rel~=author i], address[class*=author], [class~=byline], [class~=author]").Take(1).SelectMany(byline => Bylines.From(byline.TextContent))],
        };
    }

    // Several h1 are a site's own heads: the one that the window's title repeats is the article's.
    private static string? Headline(IDocument document)
    {
        var window = PlainText.From(document.Title);
        var heads = document.QuerySelectorAll("h1").Select(head => PlainText.From(head.TextContent)).OfType<string>().ToList();
        return heads.Find(head => window?.Contains(head, StringComparison.OrdinalIgnoreCase) == true)
            ?? (heads.Count == 1 ? heads[0] : null)
            ?? window;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
