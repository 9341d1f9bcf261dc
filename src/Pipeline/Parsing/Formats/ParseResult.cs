using Pipeline.Articles;
using Pipeline.Parsing.Files;

namespace Pipeline.Parsing.Formats;

/// <summary>What a file turned out to be: entries, or a reason that a person understands. Bad data is a value here, never an
/// exception.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <summary>The file was read. <paramref name="Entries"/> may be empty: a feed without items is a valid feed.</summary>
    /// <param name="Format">The format's name, for the ledger: <c>RSS 2.0</c>, <c>Atom 1.0</c>, <c>post (YAML)</c>, <c>HTML page</c>,
    /// <c>NewsML-G2</c>.</param>
    /// <param name="Entries">In the order of the file.</param>
    public sealed record Parsed(string Format, IReadOnlyList<ParsedEntry> Entries) : ParseResult
    {
        /// <summary>What a person should know of the file: <c>malformed: …</c>, <c>charset: declared utf-8, read as
        /// windows-1252</c>.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <summary>An archive: each member gets its own row in the ledger. Members are read one at a time.</summary>
    public sealed record Archive(string Format, IEnumerable<ArchiveMember> Members) : ParseResult
    {
        /// <summary>What a person should know of the archive.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];
    }

    /// <summary>Nothing could be read, and why.</summary>
    public sealed record Rejected(string Reason) : ParseResult
    {
        /// <summary>The format that it seemed to be, if any.</summary>
        public string? Format { get; init; }
    }
}

/// <summary>One entry, or why that one cannot become an article while the others of its file do.</summary>
public abstract record ParsedEntry
{
    private ParsedEntry()
    {
    }

    public sealed record Readable(Entry Entry) : ParsedEntry;

    /// <param name="Label">What a person would call the entry: its title, id or line.</param>
    /// <param name="Reason">Why it is rejected, in words.</param>
    public sealed record Unreadable(string Label, string Reason) : ParsedEntry;
}

/// <summary>A member of an archive: a file of its own, or why it was refused.</summary>
/// <param name="Name">Its name inside the archive.</param>
/// <param name="File">The member as a file whose path is <c>archive!/name</c>; <c>null</c> where it was refused.</param>
/// <param name="Refusal">Why it was refused, in words.</param>
public sealed record ArchiveMember(string Name, DroppedFile? File, string? Refusal);
