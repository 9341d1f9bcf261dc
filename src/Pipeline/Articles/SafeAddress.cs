namespace Pipeline.Articles;

/// <summary>The filter for every address that reaches a reader: a script or a document in an address is none.</summary>
public static class SafeAddress
{
    /// <summary>Characters of an address: what browsers and proxies take at the most is about half of this.</summary>
    public const int MaxLength = 4_096;

    // Besides the web: mail and telephone, and what podcasts and archives have in their enclosures.
    private static readonly HashSet<string> Schemes = new(
        StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel", "ftp", "ftps", "magnet" };

    /// <summary>The address; <c>null</c> where it is longer than any real one, or names a scheme that no reader should follow.</summary>
    public static string? Find(string? address) =>
        address is { Length: > 0 and <= MaxLength } && (SchemeOf(address) is not { } scheme || Schemes.Contains(scheme)) ? address : null;

    // WHATWG URL, "basic URL parser": control characters and blanks before the scheme, and line breaks anywhere in it, are passed over.
    private static string? SchemeOf(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        if (end <= 0 || address[end] != ':')
            return null;
        var scheme = string.Concat(address[..end].Where(c => c > ' '));
        return scheme.Length > 0 && char.IsAsciiLetter(scheme[0]) ? scheme : null;
    }
}
