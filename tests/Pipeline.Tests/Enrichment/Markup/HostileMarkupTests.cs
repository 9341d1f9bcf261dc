using Pipeline.Enrichment.Markup;

namespace Pipeline.Tests.Enrichment.Markup;

/// <summary>What would overflow the stack or take minutes without the bounds.</summary>
public class HostileMarkupTests
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "nested", Repeat("<div>", 200_000) + "core" },
        { "nested and closed", Repeat("<div>", 100_000) + "core" + Repeat("</div>", 100_000) },
        { "formatting", Repeat("<b><i>", 50_000) + "core" },
        { "links in blocks", Repeat("<a href=x><p>", 50_000) + "core" },
        { "tables", Repeat("<table><tr><td>", 50_000) + "core" },
        { "spoofed end tags", Repeat("<div></b>", 100_000) + "core" },
        { "end tags in comments", Repeat("<div><!--</div>-->", 50_000) + "core" },
        { "end tags in attributes", Repeat("<div title='</div>'>", 50_000) + "core" },
        { "comments that end otherwise", "<!-- --!>" + Repeat("<div>", 32_000) + "core" },
        { "foreign style", "<svg><style>" + Repeat("<div>", 32_000) + "core" },
        { "quotation marks in tags", "<p '>" + Repeat("<div>", 32_000) + "core" },
        { "one long word", new string('a', 300_000) + " core" },
        { "brackets", Repeat("<", 500_000) + " core" },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">core" },
        { "long", Repeat("<p>word word word word word</p>", 40_000) + "<p>core" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_read_within_bounds_and_loses_no_text(string name, string html) =>
        Assert.True(ArticleMarkup.Read(html, null).Text.EndsWith("core", StringComparison.Ordinal), name);

    [Fact]
    public void Wrappers_in_wrappers_give_way_to_what_they_hold() =>
        Assert.Equal(
            "<p>one</p><p>two</p>",
            ArticleMarkup.Read(Repeat("<div>", 150) + "<p>one</p><span></span><p>two</p>" + Repeat("</div>", 150), null).Html);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
