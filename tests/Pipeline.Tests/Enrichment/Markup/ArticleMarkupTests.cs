using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

public class ArticleMarkupTests
{
    private static string Clean(string html) => ArticleMarkup.Read(html, "https://a.example/news/1.html").Html;

    [Theory]
    [InlineData("<table><tr><th scope=col colspan=2>a</th></tr></table>",
        "<table><tbody><tr><th scope=\"col\" colspan=\"2\">a</th></tr></tbody></table>")]
    [InlineData("<figure><img src=b.jpg alt=B><figcaption>B</figcaption></figure>",
        "<figure><img src=\"https://a.example/news/b.jpg\" alt=\"B\"><figcaption>B</figcaption></figure>")]
    [InlineData("<pre><code class=c>x &lt; y</code></pre>", "<pre><code>x &lt; y</code></pre>")]
    [InlineData("<ruby>漢<rt>かん</rt></ruby>", "<ruby>漢<rt>かん</rt></ruby>")]
    [InlineData("<blockquote cite=/q><p>q</p></blockquote>", "<blockquote cite=\"https://a.example/q\"><p>q</p></blockquote>")]
    public void Keeps_what_an_article_is_made_of(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Theory]
    [InlineData("<div><div><p label=正文 class=x powered-by=y><span>a</span></p></div></div>", "<p>a</p>")]
    [InlineData("<p>a</p><p> </p><p><span></span></p><p>b</p>", "<p>a</p><p>b</p>")]
    [InlineData("<p>a<img src=//t.example/p.gif width=1 height=1></p>", "<p>a</p>")]
    [InlineData("<p>a</p><ins class=adsbygoogle>Buy</ins><div id=div-gpt-ad-1>Buy</div>", "<p>a</p>")]
    [InlineData("<p>a</p><div class=feedflare><a href=/x>Teilen</a></div>", "<p>a</p>")]
    [InlineData("<p>a <img class=wp-smiley alt=⛴ src=//e.example/26f4.png> b</p>", "<p>a ⛴ b</p>")]
    [InlineData("<p>港<img alt=🚢 src=//e.example/emoji/1f6a2.svg></p>", "<p>港🚢</p>")]
    [InlineData("<b>a</b><span> </span><b>b</b>", "<b>a</b> <b>b</b>")]
    [InlineData("a<div></div>b", "a<br>b")]
    [InlineData("<custom-tag>a</custom-tag>", "a")]
    public void Drops_what_only_an_exporter_needs(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Theory]
    [InlineData("<img src='data:image/gif;base64,R0' data-src=/a.jpg>")]
    [InlineData("<img data-original=https://a.example/a.jpg>")]
    [InlineData("<img srcset='/b.jpg 300w, /a.jpg 600w'>")]
    public void Shows_images_that_wait_for_a_script(string html) => Assert.Equal("<img src=\"https://a.example/a.jpg\">", Clean(html));

    [Theory]
    [InlineData("<h2>A</h2><p label=小标题 class=text-sm-title>B</p>", "<h2>A</h2><h3>B</h3>")]
    [InlineData("<p class=crosshead><strong>B</strong></p>", "<h2><strong>B</strong></h2>")]
    [InlineData("<p class=intertitre>B</p>", "<h2>B</h2>")]
    [InlineData("<div class=zwischentitel>B</div>", "<h2>B</h2>")]
    [InlineData("<p class=title>B</p>", "<p>B</p>")]
    public void Makes_headings_of_what_is_marked_as_one(string html, string clean) => Assert.Equal(clean, Clean(html));
}
