using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Feeds;

/// <summary>A feed names the address that it can be had at again, with all that was asked for.</summary>
[Collection(nameof(ReadingTests))]
public sealed class FeedAddressTests(SharedNewsroom shared, EmulatorFixture emulator)
{
    // Each parameter that a feed takes; values that must be escaped, one that is stated several times, exclusions, a key among them.
    private const string Query =
        "?source=coast&source=souk,north&q=%22northern+quay%22+-R%26D+caf%C3%A9&category=-R%26D%2B%2C-%E6%96%B0%E5%AA%92%E4%BD%93"
        + "&language=-zh&language=-de&author=-Ann+%26+Bee&keyword=-%23tag&cluster=-aaaaaaaaaaaaaaaaaaaaaaaaaa&domain=-other.example"
        + "&name=-Ingrid+Ald%C3%A9n&minOutlets=1&publishedFrom=2026-01-01T00%3A00%3A00%2B02%3A00&publishedTo=2027-01-01"
        + "&include=duplicates&include=withdrawn&sort=oldest&limit=7&code=secret&clientId=me";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Keeps_every_parameter_that_it_was_asked_with_but_the_key(string format)
    {
        var self = FindSelf(format, await shared.Room.Client.GetStringAsync($"/api/feed.{format}{Query}", Stop));

        Assert.Equal($"{shared.Room.Client.BaseAddress}api/feed.{format}", self.GetLeftPart(UriPartial.Path));
        Assert.Equal(Stated(Query).Except(["code=secret", "clientId=me"]), Stated(self.Query));
        Assert.All(self.AbsoluteUri, letter => Assert.True(char.IsAscii(letter) && letter is not ' ' and not '"', self.AbsoluteUri));
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Answers_at_the_address_that_it_names_with_the_same_feed(string format)
    {
        const string Narrowing = "?source=coast&source=souk,local&include=duplicates&sort=oldest&limit=2";
        var feed = await shared.Room.Client.GetStringAsync($"/api/feed.{format}{Narrowing}", Stop);

        Assert.Equal(feed, await shared.Room.Client.GetStringAsync(FindSelf(format, feed), Stop));
        Assert.Contains("Harbour closes", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Quay shut", feed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("json")]
    public async Task Keeps_the_parameters_and_not_the_token_where_a_token_opened_it(string format)
    {
        await using var room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { ReaderKey = "read" }, Stop);
        var token = (await room.GetAsync("/api/feed-token?code=read", Stop)).GetProperty("token").GetString();
        var self = FindSelf(
            format, await room.Client.GetStringAsync($"/api/feeds/{token}/feed.{format}?source=coast&source=-north&q=R%26D", Stop));

        Assert.Equal($"/api/feed.{format}", self.AbsolutePath);
        Assert.Equal(["source=coast", "source=-north", "q=R&D"], Stated(self.Query));
    }

    private static IEnumerable<string> Stated(string query) =>
        QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={value}"));

    private static Uri FindSelf(string format, string feed)
    {
        if (format == "json")
            return new(JsonDocument.Parse(feed).RootElement.GetProperty("feed_url").GetString()!);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        return new(Assert.Single(
            XDocument.Parse(feed).Descendants(atom + "link"), link => link.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
    }
}
