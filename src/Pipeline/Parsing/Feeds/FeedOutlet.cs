using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Articles;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>The outlet that a feed is of, as the feed says: its title, its home page and its icon or logo.</summary>
internal static class FeedOutlet
{
    /// <param name="feed">The <c>channel</c> or <c>feed</c> element.</param>
    /// <param name="address">Where the file itself came from.</param>
    public static Publisher? Read(XElement feed, Uri? address)
    {
        var name = feed.Element("title") is { } title ? TextConstruct.Text(title) : null;
        var home = feed.Elements("link").Select(element => (Link: new AtomLink(element), Element: element))
            .Where(link => link.Link.Relation is null or "alternate")
            .Select(link => Web(link.Element, link.Link.Href ?? link.Element.Value, address)).FirstOrDefault(url => url is not null);
        // In RDF the image stands beside the channel.
        var image = feed.Element("image") ?? feed.Parent?.Element("image");
        string?[] icons = [
            feed.Element("icon")?.Value, feed.Element("logo")?.Value, (string?)image?.Element("url"),
            (string?)feed.Element(FeedNames.Itunes + "image")?.Attribute("href")];
        var icon = icons.Select(written => Web(feed, written, address ?? HtmlLinks.Web(home))).FirstOrDefault(url => url is not null);
        return name is null && home is null ? null : new Publisher(name, home, icon);
    }

    private static string? Web(XElement element, string? written, Uri? address) =>
        string.IsNullOrWhiteSpace(written) ? null
            : HtmlLinks.Web(HtmlLinks.Absolute(ElementScope.BaseOf(element, address), written)) is { } url ? url.OriginalString.Trim()
                : null;
}
