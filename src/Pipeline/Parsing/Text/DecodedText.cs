namespace Pipeline.Parsing.Text;

/// <summary>A file's text and how it was decoded.</summary>
/// <param name="Value">The text, without a byte-order mark.</param>
/// <param name="Charset">The charset it was read in.</param>
/// <param name="Notes">What was odd about it, for the ledger.</param>
internal sealed record DecodedText(string Value, string Charset, IReadOnlyList<string> Notes);
