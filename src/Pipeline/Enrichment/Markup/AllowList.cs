using Ganss.Xss;

namespace Pipeline.Enrichment.Markup;

/// <summary>
/// The only elements, attributes and schemes that reach a reader. There is no <c>style</c>, <c>class</c>, <c>id</c>, form, frame,
/// foreign content or media element among them, so nothing that survives can run, restyle or clobber a page.
/// </summary>
public static class AllowList
{
    public static readonly IReadOnlySet<string> Elements = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "br", "hr", "wbr", "blockquote", "q", "cite", "address",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "figure", "figcaption", "img", "a", "pre", "code", "kbd", "samp", "var", "ruby", "rt", "rp", "details", "summary",
        "strong", "b", "em", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "abbr", "dfn", "time", "bdi", "bdo", "span",
    };

    public static readonly IReadOnlySet<string> Attributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "scope", "datetime", "cite", "lang", "dir",
        "start", "reversed",
    };

    public static readonly IReadOnlySet<string> Schemes = new HashSet<string>(
        StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" };

    private static readonly string[] UrlAttributes = ["href", "src", "cite"];

    /// <summary>A sanitiser that keeps the text of unknown elements and makes every link absolute or drops it.</summary>
    internal static HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Elements, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(UrlAttributes, StringComparer.OrdinalIgnoreCase),
        })
        { KeepChildNodes = true };
        sanitizer.FilterUrl += static (_, e) => e.SanitizedUrl = IsAbsolute(e.SanitizedUrl) ? e.SanitizedUrl : null;
        return sanitizer;
    }

    private static bool IsAbsolute(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && Schemes.Contains(parsed.Scheme);
}
