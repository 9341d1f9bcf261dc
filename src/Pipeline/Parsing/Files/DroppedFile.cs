namespace Pipeline.Parsing.Files;

/// <summary>The bytes of a file and what the store says of them. The name is a hint and never decides the format.</summary>
/// <param name="Path">The name below the <c>incoming</c> container; its first folder is the source.</param>
/// <param name="Bytes">The whole content, within <see cref="ParsingLimits.FileBytes"/>.</param>
public sealed record DroppedFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The blob's declared Content-Type, if it says anything.</summary>
    public string? ContentType { get; init; }

    /// <summary>The blob's declared Content-Language, if it says anything: the language of entries that state none.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>What went wrong on the way to these bytes, for the ledger: <c>damaged: …</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The address it was fetched from, if known (blob metadata, a WARC record): the base for relative links.</summary>
    public Uri? Address { get; init; }

    public string Source => SourceOf(Path);

    /// <summary>What is left of what the outermost file may cost; <c>null</c> for a file that was not unpacked.</summary>
    internal ParsingBudget? Budget { get; init; }

    /// <summary>The first folder of the path, or <c>default</c> for a file without one.</summary>
    public static string SourceOf(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? path[..slash] : "default";
}
