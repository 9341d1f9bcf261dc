using System.Text;
using Pipeline.Parsing.Files;
using Pipeline.Subscriptions.Feeds;

namespace Pipeline.Tests.Subscriptions.Feeds;

public class FeedLinksTests
{
    [Fact]
    public void Finds_the_feeds_of_a_page_and_puts_those_of_comments_last() => Assert.Equal(
        ["https://valley.example/feed.xml", "https://other.example/atom", "https://valley.example/comments/feed"],
        Find(
            """
            <!DOCTYPE html><html><head><title>Valley</title>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="Alternate" type="application/rss+xml" href="feed.xml">
            <link rel="alternate home" type="application/atom+xml; charset=utf-8" href="https://other.example/atom">
            <link rel="alternate" hreflang="de" href="/de/">
            <link rel="alternate" type="application/json+oembed" href="/oembed">
            <link rel="stylesheet" type="text/css" href="/a.css">
            <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
            </head><body>News</body></html>
            """));

    [Fact]
    public void Resolves_against_the_base_of_the_page() => Assert.Equal(
        ["https://base.example/news/feed"],
        Find("<html><head><base href='https://base.example/news/'><link rel=alternate type=application/rss+xml href=feed></head></html>"));

    [Fact]
    public void Finds_none_where_there_is_none() => Assert.Empty(Find("<html><body>alternate</body></html>"));

    private static IEnumerable<string> Find(string page) => FeedLinks.Find(
        new DroppedFile("valley/page", Encoding.UTF8.GetBytes(page)) { Address = new Uri("https://valley.example/news.html") })
        .Select(feed => feed.AbsoluteUri);
}
