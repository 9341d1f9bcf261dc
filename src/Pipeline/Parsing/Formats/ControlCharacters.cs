using Pipeline.Articles;

namespace Pipeline.Parsing.Formats;

/// <summary>Takes from the one-line facts of entries what no reader shows: JSON, YAML and character references let control characters
/// through that XML forbids.</summary>
internal static class ControlCharacters
{
    public static ParseResult Strip(ParseResult result) => result is ParseResult.Parsed parsed
        ? parsed with
        {
            Entries = [.. parsed.Entries.Select(
            entry => entry is ParsedEntry.Readable readable ? new ParsedEntry.Readable(Strip(readable.Entry)) : entry)]
        }
        : result;

    private static Entry Strip(Entry entry) => entry with
    {
        Title = StripLine(entry.Title),
        Section = StripLine(entry.Section),
        Contributors = [.. entry.Contributors.Select(person => StripLine(person.Name) is { } name ? person with { Name = name } : null)
            .OfType<Contributor>()],
        Categories = [
            .. entry.Categories.Select(category => StripLine(category.Term) is { } term
                ? category with { Term = term, Name = StripLine(category.Name) } : null).OfType<Category>()],
    };

    // Null where nothing is left.
    private static string? StripLine(string? line)
    {
        if (line is null || !line.Any(char.IsControl))
            return line;
        var shown = string.Concat(line.Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(c => !char.IsControl(c))).Trim();
        return shown.Length == 0 ? null : shown;
    }
}
