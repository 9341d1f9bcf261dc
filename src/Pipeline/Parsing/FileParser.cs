using Pipeline.Parsing.Archives;
using Pipeline.Parsing.Feeds;
using Pipeline.Parsing.Pages;
using Pipeline.Parsing.Posts;
using Pipeline.Parsing.Wire;

namespace Pipeline.Parsing;

/// <summary>
/// Reads a dropped file in whatever format its content shows. Never throws for what a file contains:
/// what cannot be read is a <see cref="ParseResult.Rejected"/> with its reason.
/// </summary>
public sealed class FileParser(ParsingSettings settings)
{
    // The order is from the most certain mark to the least: a signature, a root element, a front matter fence, any HTML.
    private static readonly IFormatParser[] Parsers =
    [
        new ZipParser(),
        new GzipParser(),
        new TarParser(),
        new WarcParser(),
        new WireXmlParser(),
        new XmlFeedParser(),
        new JsonLinesParser(),
        new JsonFeedParser(),
        new NinjsParser(),
        new PostParser(),
        new PageParser(),
    ];

    public ParseResult Parse(DroppedFile file)
    {
        if (file.Bytes.IsEmpty)
            return new ParseResult.Rejected("the file is empty");
        var input = new ParserInput(file, settings);
        return Parsers.Select(parser => parser.TryParse(input)).FirstOrDefault(result => result is not null)
            ?? new ParseResult.Rejected("not a feed, a post with front matter, a web page, a wire item or an archive");
    }
}
