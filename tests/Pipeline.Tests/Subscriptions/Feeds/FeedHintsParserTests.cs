using System.Text;
using Pipeline.Parsing.Files;
using Pipeline.Subscriptions.Feeds;

namespace Pipeline.Tests.Subscriptions.Feeds;

public class FeedHintsParserTests
{
    [Theory]
    [InlineData("<rss><channel><title>Harbour</title><ttl>90</ttl><item><ttl>5</ttl></item></channel></rss>", 90)]
    [InlineData("<rss><channel><sy:updatePeriod xmlns:sy='s'>daily</sy:updatePeriod><sy:updateFrequency xmlns:sy='s'>4</sy:updateFrequency>"
        + "</channel></rss>", 360)]
    [InlineData("<rss><channel><sy:updatePeriod xmlns:sy='s'>hourly</sy:updatePeriod></channel></rss>", 60)]
    [InlineData("<rss><channel><ttl>0</ttl></channel></rss>", null)]
    [InlineData("<rss><channel><ttl>soon</ttl></channel></rss>", null)]
    [InlineData("<rss><channel><item><ttl>5</ttl></item></channel></rss>", null)]
    [InlineData("<rss><channel><ttl>30</ttl><broken", 30)]
    [InlineData("nonsense", null)]
    public void Reads_the_pause_that_a_publisher_asks_for(string feed, int? minutes) =>
        Assert.Equal(minutes is { } some ? TimeSpan.FromMinutes(some) : null, Read(feed).Pause);

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>Valley</title><link rel='hub' href='https://hub.example/'/>"
        + "<link rel='self' href='/atom'/><entry><link rel='hub' href='https://wrong.example/'/></entry></feed>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Valley\",\"feed_url\":\"https://valley.example/atom\","
        + "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}")]
    public void Reads_title_hub_and_topic(string feed)
    {
        var hints = Read(feed);

        Assert.Equal(
            ("Valley", "https://hub.example/", "https://valley.example/atom"),
            (hints.Title, hints.Hub?.AbsoluteUri, hints.Self?.AbsoluteUri));
    }

    [Fact]
    public void Passes_over_a_hub_that_is_no_address_of_the_web() =>
        Assert.Null(Read("<feed><link rel='hub' href='file:///etc/passwd'/></feed>").Hub);

    private static FeedHints Read(string feed) => FeedHintsParser.Read(
        new DroppedFile("valley/feed", Encoding.UTF8.GetBytes(feed)) { Address = new Uri("https://valley.example/feed") });
}
