using Pipeline.Articles;

namespace Pipeline.Tests.Enrichment;

public class ArticleEnricherTests
{
    [Fact]
    public void Makes_an_article_of_an_entry()
    {
        var article = Enriched.Of(new Entry
        {
            Title = "回顾2021",
            Url = "https://example.com/a?utm_source=feed",
            ContentHtml = "<div><p onclick=alert(1)>第一段讲的是人工智能这一年的主要进展，以及它的未来。</p><p>"
                + "第二段。<img src=/lead.jpg></p></div>",
            Published = new PublishedDate(new DateTimeOffset(2021, 12, 26, 19, 52, 0, TimeSpan.FromHours(8)), "as written"),
        });
        Assert.Equal("https://example.com/a", article.Url);
        Assert.Equal("第一段讲的是人工智能这一年的主要进展，以及它的未来。\n\n第二段。", article.Text);
        Assert.Equal(
            "<p>第一段讲的是人工智能这一年的主要进展，以及它的未来。</p><p>第二段。<img "
                + "src=\"https://example.com/lead.jpg\"></p>", article.Html);
        Assert.Equal("zh-Hans", article.Language);
        Assert.Equal("第一段讲的是人工智能这一年的主要进展，以及它的未来。", article.Excerpt);
        Assert.Equal("https://example.com/lead.jpg", article.LeadImage?.Url);
        Assert.Equal(27, article.WordCount);
        Assert.Equal(1, article.ReadingMinutes);
        Assert.Equal("2021-12-26T11:52:00.0000000+00:00", article.Published?.ToString("O"));
        Assert.Equal("the text", article.Provenance["language"]);
    }

    [Fact]
    public void Every_derived_fact_says_where_it_came_from()
    {
        var at = new PublishedDate(Enriched.Seen.AddDays(-1), "as written");
        var article = Enriched.Of(new Entry
        {
            Title = "Copper climbs as Nordlys mines stay shut",
            Url = "https://harbour.example/copper",
            Published = at,
            Updated = at,
            Publisher = new Publisher("Harbour Daily"),
            Categories = [new Category("Business")],
            ContentHtml = "<p>LONDON (Reuters) - Copper rose on Monday after Nordlys kept two copper mines shut for a third "
                + "week.</p><h2>Prices</h2><img src=/a.jpg>"
                + "<p>Original article: https://wire.example/copper</p><p>Photo: Lena Sorell</p><p>(Reporting by Nora Linde)</p>",
        });
        string[] derived =
        [
            "url", "published", "updated", "language", "contributors", "dateline", "originalPublisher", "originalUrl", "republisher",
            "imageCredit", "outline", "images",
            "leadImage", "wordCount", "readingMinutes", "excerpt", "names", "keywords", "mediaTopics",
        ];
        Assert.Equal([], derived.Except(article.Provenance.Keys));
    }

    [Fact]
    public void An_entry_exported_in_other_markup_has_the_same_content_hash()
    {
        var plain = Enriched.Html("<p>One story.</p><p>Two.</p>", "https://example.com/1");
        var exported = Enriched.Html(
            "<div class=x><p label=正文><span>One <b></b>story.</span></p><ins class=adsbygoogle>Buy!</ins><p>Two.<br></p></div>",
            "http://example.com/1?utm_source=rss");
        Assert.Equal(plain.ContentHash, exported.ContentHash);
        Assert.NotEqual(plain.ContentHash, Enriched.Html("<p>One story.</p><p>Three.</p>", "https://example.com/1").ContentHash);
    }

    [Theory]
    [InlineData(12.1, false)]
    [InlineData(13, true)]
    public void Flags_a_publication_that_is_still_to_come(double hour, bool flagged)
    {
        var at = Enriched.Seen.Date.AddHours(hour);
        var article = Enriched.Of(new Entry { Title = "T", Published = new PublishedDate(new DateTimeOffset(at, TimeSpan.Zero), "x") });
        Assert.Equal(flagged, article.Flags.Any(flag => flag.Name == "future-date"));
    }
}
