using AngleSharp.Html.Parser;
using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

public class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("un<b>believ</b>able <i> news </i>", "unbelievable news")]
    [InlineData("one<div>two</div>three", "one\n\ntwo\n\nthree")]
    [InlineData("one<br>two<br><br>three", "one\ntwo\n\nthree")]
    [InlineData("one<br>\n two", "one\ntwo")]
    [InlineData("<ul><li>a</li><li>b</li></ul>after", "a\nb\n\nafter")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc")]
    [InlineData("<pre>a  b\n  c\n\nd</pre>", "a  b\n  c\n\nd")]
    [InlineData("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>タワー", "東京(とうきょう)タワー")]
    [InlineData("co\u00ADop\u200Beration&nbsp;now", "cooperation now")]
    [InlineData("a<script>b</script><style>c</style><template>d</template>e", "ae")]
    [InlineData("  \n ", "")]
    [InlineData("👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم")]
    public void Blocks_part_text_and_inline_elements_do_not(string html, string text) =>
        Assert.Equal(text, HtmlText.FromNode(new HtmlParser().ParseDocument(html).Body!));
}
