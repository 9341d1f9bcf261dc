namespace Pipeline.Parsing.Formats;

/// <summary>Reads one format.</summary>
internal interface IFormatParser
{
    /// <summary>What the file is in this format; <c>null</c> where its content is not this format at all.</summary>
    ParseResult? TryParse(ParserInput input);
}
