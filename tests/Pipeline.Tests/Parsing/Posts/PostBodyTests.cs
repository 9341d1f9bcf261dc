using Pipeline.Parsing.Posts;

namespace Pipeline.Tests.Parsing.Posts;

public class PostBodyTests
{
    [Fact]
    public void A_long_post_with_marks_in_every_paragraph_is_rendered() =>
        Assert.StartsWith("<p>A <strong>bold</strong> word", PostBody.ToHtml(
            string.Concat(Enumerable.Repeat("A **bold** word and _another_.\n\n", 2_000))), StringComparison.Ordinal);

    [Fact]
    public void A_paragraph_with_more_marks_than_anyone_writes_is_kept_as_text() =>
        Assert.StartsWith("<p>**x** &amp;<br>**x** &amp;<br>", PostBody.ToHtml(
            string.Concat(Enumerable.Repeat("**x** &\n", 6_000))), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>\n<p>Text</p>\n    <p>indented</p>\n</div>", "<div>\n<p>Text</p>\n    <p>indented</p>\n</div>")]
    [InlineData("Some <b>bold</b> text", "<p>Some <b>bold</b> text</p>")]
    [InlineData("  \n ", "")]
    public void A_body_is_html_where_all_its_text_stands_in_elements_and_else_markdown(string body, string expected) =>
        Assert.Equal(expected, PostBody.ToHtml(body));
}
