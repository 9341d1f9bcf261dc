using Pipeline.Parsing.Files;

namespace Pipeline.Parsing.Formats;

/// <summary>Adds to a result what is known of the file and does not stand in its bytes: its Content-Language, and what happened to it on
/// the way.</summary>
internal static class DeclaredFacts
{
    public static ParseResult AddTo(ParseResult result, DroppedFile file) => result switch
    {
        ParseResult.Parsed parsed => parsed with
        {
            Entries = Language(file.ContentLanguage) is { } language ? [.. parsed.Entries.Select(entry => In(language, entry))]
                : parsed.Entries,
            Notes = [.. file.Notes, .. parsed.Notes],
        },
        ParseResult.Archive archive => archive with { Notes = [.. file.Notes, .. archive.Notes] },
        ParseResult.Rejected rejected => rejected with { Reason = string.Join("; ", file.Notes.Prepend(rejected.Reason)) },
        _ => result,
    };

    // The header lists the languages of the intended readers (RFC 9110 §8.5): only one alone tells what the text is in.
    private static string? Language(string? declared) =>
        declared?.Trim() is { Length: > 0 } language && !language.Contains(',', StringComparison.Ordinal) ? language : null;

    private static ParsedEntry In(string language, ParsedEntry entry) => entry is ParsedEntry.Readable { Entry.Language: null } readable
        ? new ParsedEntry.Readable(readable.Entry with
        {
            Language = language,
            Provenance = new Dictionary<string, string>(readable.Entry.Provenance) { ["language"] = "Content-Language" },
        })
        : entry;
}
