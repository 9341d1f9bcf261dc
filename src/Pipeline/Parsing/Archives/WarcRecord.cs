namespace Pipeline.Parsing.Archives;

/// <summary>A record of a web archive: its header, and its content, which has to be read before the next record is.</summary>
internal sealed record WarcRecord(HeaderBlock Header, SectionStream Content)
{
    /// <summary>True for a record that holds what a server sent.</summary>
    public bool IsPage => Header["WARC-Type"]?.ToLowerInvariant() is "response" or "resource";

    /// <summary>True where the content begins with an HTTP head.</summary>
    public bool IsHttp => Header["Content-Type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The address; WARC 1.0 writes it in angle brackets now and then.</summary>
    public string? Address => Header["WARC-Target-URI"]?.Trim('<', '>');
}
