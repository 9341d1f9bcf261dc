using System.Text;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Json;

namespace Pipeline.Tests.Parsing.Pages;

public class PageParserTests
{
    private const string Paragraph =
        "<p>The council met on Monday and decided, after a long debate, to mend the bridge before the winter comes.</p>";

    [Fact]
    public void A_page_nested_two_hundred_thousand_deep_is_read_or_refused() =>
        Assert.NotNull(Parse(string.Concat(Enumerable.Repeat("<div>", 200_000)) + Paragraph));

    [Fact]
    public void A_page_of_too_many_elements_is_refused() =>
        Assert.Contains(
            "elements", Assert.IsType<ParseResult.Rejected>(Parse(string.Concat(Enumerable.Repeat(Paragraph, 50_000)))).Reason,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("blockquote")]
    [InlineData("div")]
    [InlineData("aside")]
    public void A_page_of_many_paragraphs_in_deep_boxes_is_read_whole(string box)
    {
        var body = BodyOf(Repeat($"<{box}>", 240) + Body(15_000, "deep") + Repeat($"</{box}>", 240));
        Assert.Contains("deep council 0 ", body, StringComparison.Ordinal);
        Assert.Contains("deep council 14999 ", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_beside_a_box_with_the_rest_are_kept()
    {
        var body = BodyOf(Body(3, "lede") + "<div>" + Body(20, "rest") + "</div>");
        Assert.Contains("lede", body, StringComparison.Ordinal);
        Assert.Contains("rest", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_all_paragraphs_share_does_not_remove_them() =>
        Assert.Contains("council", BodyOf(
            string.Concat(Enumerable.Repeat($"<div class=\"share-text\">{Paragraph}</div>", 5))), StringComparison.Ordinal);

    [Fact]
    public void Comments_longer_than_the_article_are_removed() =>
        Assert.DoesNotContain("troll", BodyOf(
            $"<div>{Paragraph}{Paragraph}{Paragraph}</div><div class=\"comments\">{Body(10, "troll")}</div>"), StringComparison.Ordinal);

    [Fact]
    public void Comments_under_a_rubric_are_removed_though_they_are_longer_than_the_article() =>
        Assert.DoesNotContain("troll", BodyOf(
            $"<div><h1>T</h1>{Body(3, "town")}</div><div><h3>40 comments</h3>{Body(40, "troll")}</div>"), StringComparison.Ordinal);

    [Fact]
    public void An_article_that_opens_with_a_rubric_is_not_taken_for_its_box() =>
        Assert.Contains("town", BodyOf($"<h1>T</h1><div><h3>Trending</h3>{Body(8, "town")}</div>"), StringComparison.Ordinal);

    [Fact]
    public void The_authors_names_over_the_text_are_no_part_of_it() =>
        Assert.DoesNotContain(
            "Lind", BodyOf(
                $"<article><p>Mara Lind &amp; Jo Abbey</p>{Body(3, "town")}</article>", "<meta name=author content='Mara Lind, Jo Abbey'>"),
                StringComparison.Ordinal);

    [Theory]
    [InlineData("<link rel=canonical href='https://a.example/news/1'><meta property=og:url content='https://a.example/news/2'>",
        "https://a.example/news/1 https://a.example/news/2")]
    [InlineData("<link rel=canonical href='/news/1'><meta property=og:url content='https://a.example/'>",
        "https://a.example/news/1 https://a.example/")]
    [InlineData("<base href='https://a.example/news/'><link rel=canonical href='1'>", "https://a.example/news/1")]
    [InlineData("<link rel=canonical href='/news/1'>", "")]
    public void What_a_page_claims_as_its_address_is_made_absolute_where_anything_tells_its_origin(string head, string claims) =>
        Assert.Equal(claims, string.Join(' ', EntryOf(Body(3, "town"), head).UrlClaims.Select(claim => claim.Url)));

    [Theory]
    [InlineData("https://a.example/", null)]
    [InlineData("https://a.example", null)]
    [InlineData("https://a.example/?p=7", "https://a.example/?p=7")]
    [InlineData("https://a.example/news/3", "https://a.example/news/3")]
    public void A_vocabulary_that_names_the_front_page_names_no_article(string stated, string? address) =>
        Assert.Equal(
            address, EntryOf(
                Body(3, "town"),
                $$"""<script type=application/ld+json>{"@type":"NewsArticle","mainEntityOfPage": "{{stated}}" }</script>""").Url);

    [Fact]
    public void Text_over_the_headline_that_the_title_confirms_is_removed() =>
        Assert.DoesNotContain(
            "privacy", BodyOf($"<div>{Body(5, "privacy")}</div><div><h1>T</h1>{Body(4, "town")}</div>"), StringComparison.Ordinal);

    [Fact]
    public void An_article_over_a_headline_with_little_under_it_stays() =>
        Assert.Contains("town", BodyOf($"<div>{Body(5, "town")}</div><div><h1>T</h1>{Body(1, "box")}</div>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"headline":"He said "no" twice"}""", "He said \"no\" twice")]
    [InlineData("{\"headline\":\"two\nlines\",}", "two\nlines")]
    [InlineData("""<!-- {"headline":"wrapped"} -->""", "wrapped")]
    [InlineData("""{"headline":"cut off""", "cut off")]
    [InlineData("""{"headline":"commas",,"b":["c",,"d"],}""", "commas")]
    [InlineData("""{"headline":"crossed","b":[1}}""", "crossed")]
    public void Broken_json_is_mended(string json, string headline) =>
        Assert.Equal(headline, LenientJson.Parse(json)?.GetProperty("headline").GetString());

    private static string Body(int count, string word) => string.Concat(
        Enumerable.Range(0, count).Select(i => Paragraph.Replace("council", $"{word} council {i}", StringComparison.Ordinal)));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string BodyOf(string html, string head = "") => EntryOf(html, head).ContentHtml!;

    private static Entry EntryOf(string html, string head) =>
        Assert.IsType<ParsedEntry.Readable>(Assert.Single(Assert.IsType<ParseResult.Parsed>(Parse(html, head)).Entries)).Entry;

    private static ParseResult Parse(string body, string head = "") =>
        new FileParser(new ParsingSettings()).Parse(
            new DroppedFile("test/page.html", Encoding.UTF8.GetBytes(
                $"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>")));
}
