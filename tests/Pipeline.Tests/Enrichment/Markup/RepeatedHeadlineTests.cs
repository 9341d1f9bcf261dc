using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

public class RepeatedHeadlineTests
{
    [Theory]
    [InlineData("<h1>Gulls at dawn</h1><p>They came.</p>", "Gulls at dawn", "<p>They came.</p>")]
    [InlineData("<article><header><h2>Möwen <em>im</em>\n Nebel</h2></header><p>Sie kamen.</p></article>", "Möwen im Nebel",
        "<p>Sie kamen.</p>")]
    [InlineData("<img src=/a.jpg><h1>かもめ</h1><p>来た。</p>", "かもめ", "<img src=\"https://a.example/a.jpg\"><p>来た。</p>")]
    public void A_text_does_not_begin_with_its_headline(string html, string headline, string clean) =>
        Assert.Equal(clean, ArticleMarkup.Read(html, "https://a.example/", headline).Html);

    [Theory]
    [InlineData("<p>They came.</p><h2>Gulls</h2><p>All of them.</p>")]
    [InlineData("<h1>Gulls</h1>")]
    [InlineData("<h1>Gulls, once more</h1><p>They came.</p>")]
    public void A_heading_elsewhere_alone_or_of_other_words_stays(string html) =>
        Assert.Equal(html, ArticleMarkup.Read(html, "https://a.example/", "Gulls").Html);
}
