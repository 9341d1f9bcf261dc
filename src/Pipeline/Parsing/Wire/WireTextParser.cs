using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Names the two wire formats of the teleprinter age, IPTC 7901 and ANPA 1312, whose texts lie between control characters. They are
/// not read: the text alone would say neither what is under embargo nor what is cancelled.
/// </summary>
internal sealed class WireTextParser : IFormatParser
{
    // Both begin a message with "start of heading" after idle characters, and its text with "start of text".
    private const char StartOfHeading = '\u0001';
    private const char StartOfText = '\u0002';

    private const int MaxIdle = 64;
    private const int MaxHeading = 2000;

    public ParseResult? TryParse(ParserInput input)
    {
        var text = input.Text.Value.AsSpan();
        var heading = text[..Math.Min(MaxIdle, text.Length)].IndexOf(StartOfHeading);
        if (heading < 0 || text[..heading].ContainsAnyInRange('!', '~'))
            return null;
        var rest = text[(heading + 1)..];
        if (!rest[..Math.Min(MaxHeading, rest.Length)].Contains(StartOfText))
            return null;
        // ANPA 1312 names the service with a small letter; IPTC 7901 the source with three capitals and a number.
        var name = rest is [>= 'a' and <= 'z', ..] ? "ANPA 1312" : "IPTC 7901";
        return new ParseResult.Rejected(
            $"{name}: this wire text is not read; its agency sends the same as NewsML-G2, NITF or ninjs")
        { Format = name };
    }
}
