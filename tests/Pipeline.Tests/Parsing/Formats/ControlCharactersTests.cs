using System.Text;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Formats;

public class ControlCharactersTests
{
    [Fact]
    public void Control_characters_are_gone_from_what_stands_on_one_line()
    {
        var entry = Read(
            """ "title": "Ebb\u0000 and\n\u0001flow\u007f", "authors": [{"name": "Ann\u0007e"}, {"name": "\u0001"}], "tags": """
                + """["ti\u0008des"] """);

        Assert.Equal("Ebb and flow", entry.Title);
        Assert.Equal(["Anne"], entry.Contributors.Select(person => person.Name));
        Assert.Equal(["tides"], entry.Categories.Select(category => category.Term));
    }

    [Theory]
    [InlineData("A \\uD83D\\uDE00 smile", "A \ud83d\ude00 smile")]
    [InlineData("\\u0001\\u0002", null)]
    public void What_is_shown_stays_and_what_has_nothing_else_is_missing(string json, string? title) =>
        Assert.Equal(title, Read($""" "title": "{json}" """).Title);

    private static Entry Read(string facts)
    {
        var feed = $$"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [{"id": "1", "content_text": "Text", {{facts}}}]}
            """;
        var parsed = Assert.IsType<ParseResult.Parsed>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile("a/b.json", Encoding.UTF8.GetBytes(feed))));
        return Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry;
    }
}
