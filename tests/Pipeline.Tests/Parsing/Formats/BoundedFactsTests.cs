using System.Globalization;
using System.Text;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Formats;

/// <summary>Facts that no store takes are cut where they are read, and a note says so.</summary>
public class BoundedFactsTests
{
    [Fact]
    public void A_title_of_megabytes_is_cut_with_a_note()
    {
        var parsed = Parse($"<rss><channel><item><title>{new string('a', 1_500_000)}</title></item></channel></rss>");
        Assert.Equal(BoundedFacts.MaxLine, Entry(parsed).Title!.Length);
        Assert.EndsWith("…", Entry(parsed).Title, StringComparison.Ordinal);
        Assert.Contains(parsed.Notes, note => note.Contains("the title", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_categories_are_cut_with_a_note()
    {
        var categories = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<category>c{i}</category>"));
        var parsed = Parse($"<rss><channel><item><title>a</title>{categories}</item></channel></rss>");
        Assert.InRange(Entry(parsed).Categories.Count, 1, 200);
        Assert.Contains(parsed.Notes, note => note.Contains("its categories", StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_that_differ_only_far_behind_stay_two()
    {
        var start = new string('a', 5_000);
        var parsed = Parse($"<rss><channel><item><guid>{start}1</guid></item><item><guid>{start}2</guid></item></channel></rss>");
        var ids = parsed.Entries.Cast<ParsedEntry.Readable>().Select(entry => entry.Entry.SourceId!).ToList();
        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.InRange(id.Length, 1, BoundedFacts.MaxLine));
    }

    [Fact]
    public void A_thousand_cuts_are_told_in_few_notes()
    {
        var title = new string('a', 2_000);
        var items = string.Concat(Enumerable.Range(0, 1_000).Select(_ => $"<item><title>{title}</title></item>"));
        Assert.InRange(Parse($"<rss><channel>{items}</channel></rss>").Notes.Count, 1, 51);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    public void An_address_that_is_a_script_or_a_document_reaches_nobody(string address)
    {
        var parsed = Parse(string.Create(CultureInfo.InvariantCulture, $$"""
            {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"a","url":{{Json(address)}},"image":{{Json(address)}},
            "authors":[{"name":"b","url":{{Json(address)}}}],"attachments":[{"url":{{Json(address)}},"mime_type":"audio/mpeg"}]}]}
            """));
        var entry = Entry(parsed);
        Assert.Empty(entry.Images);
        Assert.Empty(entry.Enclosures);
        Assert.Null(Assert.Single(entry.Contributors).Url);
        Assert.Null(entry.Url);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c:d")]
    [InlineData("/images/a.png")]
    [InlineData("images/a:b.png")]
    [InlineData("mailto:a@b.example")]
    public void Other_addresses_stay(string address) => Assert.Equal(address, SafeAddress.Find(address));

    [Fact]
    public void Half_a_character_is_no_text_of_an_entry() =>
        Assert.Equal("a\ufffdb\U0001F389", BoundedFacts.Text("a\ud83db\U0001F389", 10));

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static ParseResult.Parsed Parse(string file) =>
        Assert.IsType<ParseResult.Parsed>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile("a/b", Encoding.UTF8.GetBytes(file))));

    private static Entry Entry(ParseResult.Parsed parsed) => Assert.IsType<ParsedEntry.Readable>(parsed.Entries[0]).Entry;
}
