using System.Text;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Formats;

public class DeclaredFactsTests
{
    [Theory]
    [InlineData("de", "", "de")]
    [InlineData("de", "<language>fr</language>", "fr")]
    [InlineData("de, fr", "", null)]
    [InlineData(" ", "", null)]
    [InlineData(null, "", null)]
    public void The_content_language_counts_where_the_file_states_none(string? declared, string inFeed, string? expected) =>
        Assert.Equal(expected, Read(declared, inFeed).Language);

    [Fact]
    public void A_language_that_only_the_store_declares_says_so_in_its_provenance() =>
        Assert.Equal("Content-Language", Read("de", "").Provenance["language"]);

    [Fact]
    public void What_happened_on_the_way_stands_in_the_reason_of_a_rejection()
    {
        var rejected = Assert.IsType<ParseResult.Rejected>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile("a/b", "?"u8.ToArray()) { Notes = ["damaged: it breaks off"] }));

        Assert.EndsWith("; damaged: it breaks off", rejected.Reason, StringComparison.Ordinal);
    }

    private static Entry Read(string? language, string inFeed)
    {
        var bytes = Encoding.UTF8.GetBytes($"<rss version='2.0'><channel>{inFeed}<item><title>T</title></item></channel></rss>");
        var parsed = Assert.IsType<ParseResult.Parsed>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile("a/b", bytes) { ContentLanguage = language }));
        return Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry;
    }
}
