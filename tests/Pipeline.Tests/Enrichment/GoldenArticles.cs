using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using Pipeline.Tests.Parsing;

namespace Pipeline.Tests.Enrichment;

/// <summary>
/// What every input under <c>Enrichment/Golden/</c> must become. Its folder names the facts that it is about: only those are
/// written down, so that a person can judge each expectation.
/// </summary>
public class GoldenArticles
{
    private static readonly GoldenFolder Folder = new("Enrichment");

    private static readonly Dictionary<string, string[]> Facts = new(StringComparer.Ordinal)
    {
        ["credits"] = ["contributors", "originalPublisher", "originalUrl", "republisher", "dateline", "imageCredit"],
        ["excerpt"] = ["excerpt"],
        ["flags"] = ["flags", "wordCount", "readingMinutes"],
        ["images"] = ["leadImage", "images", "imageCredit"],
        ["language"] = ["language"],
        ["terms"] = ["keywords", "names", "categories", "mediaTopics"],
        ["text"] = ["html", "text", "outline"],
        ["url"] = ["url"],
    };

    public static TheoryData<string> Inputs => Folder.Inputs;

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_entry_is_enriched_as_expected(string input)
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile($"golden/{input}", Folder.Read(input))));
        var articles = parsed.Entries.Select(entry => Enriched.Of(Assert.IsType<ParsedEntry.Readable>(entry).Entry));
        Folder.Verify(input, GoldenJson.Of(articles, Facts[input.Split('/')[0]]));
    }
}
