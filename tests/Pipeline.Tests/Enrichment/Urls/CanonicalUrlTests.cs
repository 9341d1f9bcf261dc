using CsCheck;
using Pipeline.Enrichment.Urls;

namespace Pipeline.Tests.Enrichment.Urls;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://WWW.Example.com:80/News/?utm_source=x&id=7#top", "https://www.example.com/News/?id=7")]
    [InlineData("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2")]
    [InlineData("https://example.com/a;jsessionid=AB12?x=1", "https://example.com/a?x=1")]
    [InlineData("https://example.com/news/index.html", "https://example.com/news/")]
    [InlineData("https://user:secret@example.com./", "https://example.com/")]
    [InlineData("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe")]
    [InlineData("https://example.com/%7euser/%e4%b8%ad", "https://example.com/~user/%E4%B8%AD")]
    [InlineData("https://example.com/a?x=1&amp;y=2", "https://example.com/a?x=1&y=2")]
    [InlineData("https://m.example.co.uk/story/amp/", "https://www.example.co.uk/story")]
    [InlineData("https://de.m.wikipedia.org/wiki/Zeitung", "https://de.wikipedia.org/wiki/Zeitung")]
    [InlineData("https://www.google.com/amp/s/www.example.com/2026/story.amp.html", "https://www.example.com/2026/story.html")]
    [InlineData("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/amp/story", "https://www.example.com/story")]
    [InlineData("https://youtu.be/abc?si=1", "https://www.youtube.com/watch?v=abc")]
    [InlineData("https://example.com/#!/story/7", "https://example.com/#!/story/7")]
    [InlineData("//example.com/x", "https://example.com/x")]
    [InlineData("https://mp.weixin.qq.com/s?__biz=MzU=&mid=22&idx=1&sn=2c&chksm=fb&mpshare=1&scene=1#rd",
        "https://mp.weixin.qq.com/s?__biz=MzU=&idx=1&mid=22&sn=2c")]
    public void Strips_what_does_not_name_the_article_and_keeps_what_does(string address, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.FromAddress(address));
        Assert.Equal(canonical, CanonicalUrl.FromAddress(canonical));
    }

    [Theory]
    [InlineData("https://example.com/a0?mod=rss_markets_main", "https://example.com/a0")]
    [InlineData("https://example.com/a0?CMP=Share_iOSApp_Other&WT.mc_id=rss_news&emc=rss&partner=rss&srnd=premium&taid=5f",
        "https://example.com/a0")]
    [InlineData("https://example.com/a0?via=twitter&source=rss_feed&oc=5", "https://example.com/a0")]
    [InlineData("https://example.com/2026/a-bridge-closes?cid=4711", "https://example.com/2026/a-bridge-closes")]
    [InlineData("https://example.com/article?cid=4711", "https://example.com/article?cid=4711")]
    [InlineData("https://example.com/index.php?mod=view&id=3", "https://example.com/?id=3&mod=view")]
    [InlineData("https://example.com/story.php?source=north", "https://example.com/story.php?source=north")]
    [InlineData("https://example.com/a0?mod=2", "https://example.com/a0?mod=2")]
    [InlineData("https://example.com/a0?fsrc=rss&rss=1&tag=rss_world&RSS", "https://example.com/a0")]
    [InlineData("https://example.com/index.php?rss=2&tag=ferry", "https://example.com/?rss=2&tag=ferry")]
    [InlineData("https://example.com/a0?ef_id=1&s_kwcid=2&_ke=3&dm_i=4", "https://example.com/a0")]
    public void Strips_where_a_reader_came_from_but_keeps_what_a_script_shows(string address, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.FromAddress(address));
        Assert.Equal(canonical, CanonicalUrl.FromAddress(canonical));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/story")]
    [InlineData("tag:example.com,2026:1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public void Names_no_address_for_what_is_not_one(string? address) => Assert.Null(CanonicalUrl.FromAddress(address));

    [Fact]
    public void Is_idempotent_and_blind_to_the_order_of_parameters()
    {
        var word = Gen.Char["abAB9%é-_.;"].Array[0, 7].Select(letters => new string(letters));
        var pairs = Gen.OneOf(Gen.OneOf([.. new[] { "utm_source=x", "id=1", "fbclid=2", "a=b", "a=a" }.Select(Gen.Const)]), Gen.Select(
            word, word, (name, value) => $"{name}={value}"));
        Gen.Select(word.Array[0, 3], pairs.Array[0, 5], Gen.OneOf(
            [.. new[] { "example.com", "m.example.com", "www.google.com/amp/s/x.org" }.Select(Gen.Const)])).Sample((path, query, host) =>
        {
            var address = $"http://{host}/{string.Join('/', path)}?{string.Join('&', query)}";
            var canonical = CanonicalUrl.FromAddress(address);
            Assert.Equal(canonical, CanonicalUrl.FromAddress(canonical));
            Assert.Equal(
                canonical, CanonicalUrl.FromAddress($"http://{host}/{string.Join('/', path)}?{string.Join('&', query.Reverse())}"));
        });
    }
}
