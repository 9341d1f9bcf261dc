using AngleSharp.Dom;
using Pipeline.Parsing.Html;

namespace Pipeline.Tests.Parsing.Html;

/// <summary>The tree stays within its bounds however the text hides its tags from anything but the parser.</summary>
public class BoundedHtmlTests
{
    // What surprises and leaves may add, and the document's own elements.
    private const int Tolerance = 110;

    public static TheoryData<string, string, string> Hidden => new()
    {
        { "nothing", "", "<div>" },
        { "a comment with another end", "<!-- --!>", "<div>" },
        { "a comment that ends at once", "<!--> -->", "<div>" },
        { "foreign style", "<svg><style>", "<div>" },
        { "a quotation mark in a tag", "<p '>", "<div>" },
        { "ruby without ruby", "", "<rt>" },
        { "groups of options", "", "<optgroup>" },
        { "templates", "", "<template><div>" },
        { "tables that foster", "", "<table><div>" },
        { "tables in rows", "", "<table><tr><td>" },
        { "end tags that close nothing", "", "<div></x>" },
        { "end tags out of scope", "", "<div><table><td></div></div>" },
        { "formatting that is made again", "", "<b id=a><p>" },
        { "formatting in paragraphs", "", "<p><b><i><u>x</p>" },
        { "buttons", "", "<button><p>" },
        { "mathematics", "<math>", "<mi><mtext><div>" },
        { "a select", "<select>", "<optgroup><option>" },
        { "frames", "<frameset>", "<frameset>" },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Depth_is_bounded(string name, string before, string repeated)
    {
        var document = BoundedHtml.Parse(before + Repeat(repeated, 32_000) + "core", HtmlBounds.Article);
        Assert.True(DepthOf(document) <= HtmlBounds.Article.Depth + Tolerance, name);
        Assert.InRange(document.All.Length, 1, 2 * HtmlBounds.Article.Elements);
    }

    [Fact]
    public void Formatting_that_is_made_again_in_each_block_is_counted()
    {
        var formats = string.Concat(Enumerable.Range(0, 150).Select(i => $"<b id={i}>"));
        var document = BoundedHtml.Parse($"<p>{formats}</p>{Repeat("<p>x</p>", 10_000)}", HtmlBounds.Article);
        Assert.InRange(document.All.Length, 1, 2 * HtmlBounds.Article.Elements);
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void The_strict_form_refuses_what_goes_beyond(string name, string before, string repeated)
    {
        var document = BoundedHtml.TryParse(before + Repeat(repeated, 32_000), HtmlBounds.Article);
        Assert.True(document is null || DepthOf(document) <= HtmlBounds.Article.Depth + Tolerance, name);
    }

    [Fact]
    public void What_is_within_bounds_is_not_touched()
    {
        var html = Repeat("<p>", 5_000) + Repeat("<div><span>x</span></div>", 2_000);
        Assert.Equal(
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.InnerHtml,
            BoundedHtml.TryParse(html, HtmlBounds.Article)!.Body!.InnerHtml);
    }

    [Fact]
    public void Bases_beyond_a_few_are_dropped_and_their_text_stays()
    {
        var document = BoundedHtml.Parse("<base href=https://a.example/>" + Repeat("<base>word", 15_000), HtmlBounds.Article);
        Assert.InRange(document.QuerySelectorAll("base").Length, 1, 20);
        Assert.Equal("https://a.example/", document.BaseUri);
        Assert.Equal(15_000, document.Body!.TextContent.Split("word").Length - 1);
    }

    [Fact]
    public void Elements_beyond_the_bound_leave_their_text()
    {
        var document = BoundedHtml.Parse(Repeat("<p>word</p>", 2 * HtmlBounds.Article.Elements), HtmlBounds.Article);
        Assert.InRange(document.All.Length, 1, HtmlBounds.Article.Elements + 2);
        Assert.Equal(2 * HtmlBounds.Article.Elements, document.Body!.TextContent.Split("word").Length - 1);
    }

    [Fact]
    public void Scripts_beyond_the_bound_leave_no_text()
    {
        var document =
            BoundedHtml.Parse(Repeat("<p>word</p>", HtmlBounds.Article.Elements + 10) + "<script>code()</script>end", HtmlBounds.Article);
        Assert.DoesNotContain("code", document.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("end", document.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_in_the_deepest_box_stay_paragraphs()
    {
        var html = Repeat("<blockquote>", HtmlBounds.Article.Depth) + "<p>one</p><p>two</p>";
        Assert.Contains("<p>one</p><p>two</p>", BoundedHtml.Parse(html, HtmlBounds.Article).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_box_closes_no_other()
    {
        var boxes = HtmlBounds.Article.Depth + 50;
        var document = BoundedHtml.Parse(Repeat("<div>", boxes) + "in" + Repeat("</div>", 60) + "<i>out</i>", HtmlBounds.Article);
        Assert.InRange(document.QuerySelectorAll("div:has(i)").Length, HtmlBounds.Article.Depth - 20, HtmlBounds.Article.Depth - 5);
    }

    private static int DepthOf(IDocument document)
    {
        var depths = new Dictionary<INode, int>(ReferenceEqualityComparer.Instance);
        return document.All.Max(element => depths[element] = 1 + (element.Parent is { } parent ? depths.GetValueOrDefault(parent) : 0));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
