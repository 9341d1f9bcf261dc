namespace Pipeline.Parsing.People;

/// <summary>What software signs with where nobody has given it a name: shared accounts and empty values.</summary>
internal static class Placeholders
{
    /// <summary>In whatever letter case.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "wordpressadmin", "webmaster", "super user", "root", "user", "unknown", "unbekannt", "anonymous",
        "anonym", "anónimo", "anônimo", "null", "undefined", "none", "n/a",
    };
}
