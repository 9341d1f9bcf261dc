using Pipeline.Parsing.Files;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Text;

namespace Pipeline.Subscriptions.Feeds;

/// <summary>Autodiscovery: the feeds that a web page names in <c>link rel="alternate"</c> (HTML, 4.6.7.1).</summary>
public static class FeedLinks
{
    private const int MaxDepth = 256;

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml",
    };

    // What a page names beside its news.
    private static readonly string[] Asides = ["comment", "oembed"];

    /// <summary>The feeds, in the order of the page, those of comments last; empty where the file is no page or names none.</summary>
    public static IReadOnlyList<Uri> Find(DroppedFile page)
    {
        var text = TextDecoder.Decode(page).Value;
        if (!text.Contains("alternate", StringComparison.OrdinalIgnoreCase))
            return [];
        var document = BoundedHtml.Parse(text, HtmlBounds.ForPage(MaxDepth));
        var start = HtmlLinks.Resolve(page.Address, document.QuerySelector("base[href]")?.GetAttribute("href") ?? "") ?? page.Address;
        return [.. document.QuerySelectorAll("link[rel][type][href]")
            .Where(link => Has(link.GetAttribute("rel"), "alternate") && Types.Contains(link.GetAttribute("type")!.Split(';')[0].Trim()))
            .OrderBy(link => Asides.Any(aside => $"{link.GetAttribute("href")} {link.GetAttribute("title")}"
                .Contains(aside, StringComparison.OrdinalIgnoreCase)))
            .Select(link => HtmlLinks.Resolve(start, link.GetAttribute("href")!))
            .OfType<Uri>().Where(Subscription.IsWeb).Distinct()];
    }

    private static bool Has(string? tokens, string token) =>
        tokens?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(token, StringComparer.OrdinalIgnoreCase) == true;
}
