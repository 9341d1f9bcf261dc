using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads what the page shows a person: its headline, its times, its byline and its language.</summary>
internal static partial class VisibleReader
{
    // Where none of so many times can be read, none of the rest will.
    private const int MaxTimes = 50;

    private const int MaxDateLength = 60;

    // Shorter emphasised texts are labels such as a site's or a section's name.
    private const int MinHeadLength = 15;
    private const int MaxHeads = 500;

    private static readonly HashSet<string> DateNames = new(StringComparer.Ordinal)
    {
        "date", "datetime", "dateline", "time", "timestamp", "published", "pubdate", "publish", "posted", "created", "datum", "data",
        "fecha",
    };

    public static PageFacts Read(Page page)
    {
        var document = page.Document;
        return new PageFacts("page")
        {
            Title = Headline(document),
            Published = Times(document).Select(page.ReadDate).OfType<PublishedDate>().FirstOrDefault()
                ?? Dates(document).Select(page.ReadDate).OfType<PublishedDate>().FirstOrDefault(),
            Language = NotEmpty(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
                ?? NotEmpty(document.QuerySelector("meta[property='og:locale']")?.GetAttribute("content")),
            Contributors = [
                .. document.QuerySelectorAll("a[rel~=author i], address[class*=author], [class~=byline], [class~=author]").Take(1)
                    .SelectMany(byline => Bylines.From(byline.TextContent))],
        };
    }

    // A page's head shows today's date, so that the times after the headline count first.
    private static IEnumerable<string?> Times(IDocument document)
    {
        var marks = document.QuerySelectorAll("h1, time").ToList();
        var head = Math.Max(0, marks.FindIndex(mark => mark.LocalName == "h1"));
        return marks.Skip(head).Concat(marks.Take(head)).Where(mark => mark.LocalName == "time").Take(MaxTimes)
            .Select(time => time.GetAttribute("datetime") ?? time.TextContent);
    }

    // Without an element for times, what a class or an id calls a date is one where it can be read; a label may stand before it.
    private static IEnumerable<string> Dates(IDocument document) =>
        document.QuerySelectorAll("[class], [id]")
            .Where(element => ClassWords.NamesOf(element).SelectMany(ClassWords.Split).Any(DateNames.Contains))
            .Take(MaxTimes).Select(element => PlainText.From(element.TextContent)).OfType<string>()
            .Where(text => text.Length <= MaxDateLength).SelectMany(text => new[] { text, Label().Replace(text, "") });

    // Several h1 are a site's own heads: the one that the window's title repeats is the article's. Old pages have none at all,
    // and set the headline in whatever was large.
    private static string? Headline(IDocument document)
    {
        var window = PlainText.From(document.Title);
        var heads = document.QuerySelectorAll("h1").Select(head => PlainText.From(head.TextContent)).OfType<string>().ToList();
        return heads.Find(head => window?.Contains(head, StringComparison.OrdinalIgnoreCase) == true)
            ?? (heads.Count == 1 ? heads[0] : null)
            ?? document.QuerySelectorAll("h2, h3, b, strong, font").Take(MaxHeads).Select(head => PlainText.From(head.TextContent))
                .OfType<string>()
                    .FirstOrDefault(head => head.Length >= MinHeadLength && WindowTitle.Has(window, head))
            ?? window;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"\A[^\d:：]{1,30}[:：]\s*|\A\p{L}+\s+(?=\p{L}+\.?\s+\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
