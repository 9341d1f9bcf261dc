using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Parsing.Html;

namespace Pipeline.Parsing.Feeds;

/// <summary>
/// The address that a feed gives for itself: the base of relative addresses where neither XML Base nor the file's own address says
/// one. Atom names its own document (<c>rel="self"</c>); what an RSS channel links to is its site (RSS 2.0, required channel elements).
/// </summary>
internal static class FeedHome
{
    public static Uri? FindIn(XElement root)
    {
        var feed = root.Name == "feed" || root.Name == "channel" ? root : root.Element("channel");
        if (feed is null)
            return null;
        var links = feed.Elements("link").Select(element => (Link: new AtomLink(element), element.Value)).ToList();
        var self = links.Where(link => link.Link.Relation == "self").Select(link => link.Link.Href);
        var site = links.Where(link => link.Link.Relation is null or "alternate").Select(link => link.Link.Href ?? link.Value);
        return (feed.Name == "feed" ? self.Concat(site) : site.Concat(self)).Select(HtmlLinks.Web).FirstOrDefault(
            address => address is not null);
    }
}
