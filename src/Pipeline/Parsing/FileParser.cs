using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Bounds;
using Pipeline.Parsing.Archives;
using Pipeline.Parsing.Feeds;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Pages;
using Pipeline.Parsing.Posts;
using Pipeline.Parsing.Wire;

namespace Pipeline.Parsing;

/// <summary>
/// Reads a dropped file in whatever format its content shows. Never throws for what a file contains, and costs no more than
/// <see cref="ParsingLimits.CpuTime"/>: what cannot be read is a <see cref="ParseResult.Rejected"/> with its reason.
/// </summary>
/// <param name="settings">What an operator set.</param>
/// <param name="log">Told what a library threw; without one, nothing is.</param>
public sealed class FileParser(ParsingSettings settings, ILogger<FileParser>? log = null)
{
    private const string Unknown = "not a feed, a post with front matter, a web page, a wire item or an archive";

    private static readonly IFormatParser[] Archives = [
        new ZipParser(), new GzipParser(), new ZstdParser(), new TarParser(), new WarcParser()];

    // The order is from the most certain mark to the least: a signature, a root element, a front matter fence, any HTML that is not XML of
    // another kind.
    private static readonly IFormatParser[] Parsers =
    [
        .. Archives,
        new WireXmlParser(),
        new XmlFeedParser(),
        new JsonLinesParser(),
        new JsonFeedParser(),
        new NinjsParser(),
        new PostParser(),
        new WireTextParser(),
        new UnknownXmlParser(),
        new PageParser(),
    ];

    private readonly ContentGuard guard = new(log ?? NullLogger<FileParser>.Instance);

    public ParseResult Parse(DroppedFile file)
    {
        if (file.Bytes.IsEmpty)
            return new ParseResult.Rejected("the file is empty");
        var budget = file.Budget ?? new ParsingBudget(settings.Limits, file.Bytes.Length);
        var known = file with { Budget = budget };
        var result = guard.Read(known.Path, budget.Cpu, () => ParseKnown(known));
        return result is ParseResult.Archive archive ? archive with { Members = guard.ReadAll(known.Path, budget.Cpu, archive.Members) }
            : result;
    }

    private ParseResult ParseKnown(DroppedFile file)
    {
        // An archive is bounded by what it unpacks to; anything else would be decoded whole, at several times its size.
        var isLarge = file.Bytes.Length > settings.Limits.FileBytes;
        var input = new ParserInput(file, settings);
        var result = (isLarge ? Archives : Parsers).Select(parser => Try(parser, input)).FirstOrDefault(result => result is not null)
            ?? new ParseResult.Rejected(isLarge ? TooLarge(file.Bytes.Length, settings.Limits.FileBytes) : Unknown);
        return BoundedFacts.Bound(ControlCharacters.Strip(DeclaredFacts.AddTo(result, file)));
    }

    private static ParseResult? Try(IFormatParser parser, ParserInput input)
    {
        CpuBudget.Check();
        return parser.TryParse(input);
    }

    /// <summary>Why a file of that size is not read, in words.</summary>
    public static string TooLarge(long bytes, long limit) => $"the file has {bytes >> 20} MiB; the limit is {limit >> 20} MiB";
}
