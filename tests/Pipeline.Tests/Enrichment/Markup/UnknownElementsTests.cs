using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

public class UnknownElementsTests
{
    [Theory]
    [InlineData("<p>one <blink>two <font>three</font></blink> four</p>", "<p>one two three four</p>")]
    [InlineData("<main><p>one</p><x-box><p>two</p></x-box></main>", "<p>one</p><p>two</p>")]
    [InlineData("<p>one<x-empty></x-empty></p>", "<p>one</p>")]
    public void Give_way_to_what_they_hold(string html, string expected) => Assert.Equal(expected, ArticleMarkup.Read(html, null).Html);
}
