using System.Text;
using Pipeline.Parsing;
using Pipeline.Parsing.Pages.Facts;

namespace Pipeline.Tests.Parsing.Pages;

public class PageParserTests
{
    private const string Paragraph = "<p>The council met on Monday and decided, after a long debate, to mend the bridge before the winter comes.</p>";

    [Fact]
    public void A_page_nested_two_hundred_thousand_deep_is_read_or_refused() =>
        Assert.NotNull(Parse(string.Concat(Enumerable.Repeat("<div>", 200_000)) + Paragraph));

    [Fact]
    public void A_page_of_too_many_elements_is_refused() =>
        Assert.Contains("elements", Assert.IsType<ParseResult.Rejected>(Parse(string.Concat(Enumerable.Repeat(Paragraph, 50_000)))).Reason, StringComparison.Ordinal);

    [Fact]
    public void Paragraphs_beside_a_box_with_the_rest_are_kept()
    {
        var body = BodyOf(Body(3, "lede") + "<div>" + Body(20, "rest") + "</div>");
        Assert.Contains("lede", body, StringComparison.Ordinal);
        Assert.Contains("rest", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_all_paragraphs_share_does_not_remove_them() =>
        Assert.Contains("council", BodyOf(string.Concat(Enumerable.Repeat($"<div class=\"share-text\">{Paragraph}</div>", 5))), StringComparison.Ordinal);

    [Fact]
    public void Comments_longer_than_the_article_are_removed() =>
        Assert.DoesNotContain("troll", BodyOf($"<div>{Paragraph}{Paragraph}{Paragraph}</div><div class=\"comments\">{Body(10, "troll")}</div>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"headline":"He said "no" twice"}""", "He said \"no\" twice")]
    [InlineData("{\"headline\":\"two\nlines\",}", "two lines")]
    [InlineData("""<!-- {"headline":"wrapped"} -->""", "wrapped")]
    [InlineData("""{"headline":"cut off""", "cut off")]
    public void Broken_json_is_mended(string json, string headline) =>
        Assert.Equal(headline, LenientJson.Parse(json)?.GetProperty("headline").GetString());

    private static string Body(int count, string word) => string.Concat(Enumerable.Range(0, count).Select(i => Paragraph.Replace("council", $"{word} council {i}", StringComparison.Ordinal)));

    private static string BodyOf(string html) =>
        Assert.IsType<ParsedEntry.Readable>(Assert.Single(Assert.IsType<ParseResult.Parsed>(Parse(html)).Entries)).Entry.ContentHtml!;

    private static ParseResult Parse(string body) =>
        new FileParser(new ParsingSettings()).Parse(new DroppedFile("test/page.html", Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>")));
}
