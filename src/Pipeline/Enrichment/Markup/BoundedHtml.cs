using System.Text;

namespace Pipeline.Enrichment.Markup;

/// <summary>
/// Keeps hostile HTML from costing more than a bounded time: the parser's work grows with the square of the nesting
/// (measured: 20,000 nested elements take twelve seconds), and its own depth limit bounds the tree, not that work.
/// Tags beyond the bounds are dropped, their text stays.
/// </summary>
public static class BoundedHtml
{
    /// <summary>Characters that are read; what follows is cut off.</summary>
    public const int MaxCharacters = 4_000_000;

    /// <summary>Nesting that is kept: far more than a text needs, and far less than what exhausts a stack.</summary>
    public const int MaxDepth = 200;

    /// <summary>Elements that are kept.</summary>
    public const int MaxElements = 20_000;

    /// <summary>Characters of a start tag: longer ones hold an image, or thousands of attributes that are compared with each
    /// other.</summary>
    public const int MaxTag = 32_768;

    // End tags of these may be left out (HTML 13.1.2.4), and void elements have none: they do not nest by themselves.
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp",
    };

    // What stands in these is text up to their end tag (HTML 13.2.5).
    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    };

    /// <summary>The same HTML where it is within bounds, which nearly all is.</summary>
    public static string Bound(string html)
    {
        var cut = html.Length > MaxCharacters ? html[..MaxCharacters] : html;
        var kept = new StringBuilder();
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (copied, depth, elements) = (0, 0, 0);
        for (var at = cut.IndexOf('<'); at >= 0 && at + 1 < cut.Length; at = cut.IndexOf('<', at))
        {
            var closes = cut[at + 1] == '/';
            var name = NameAt(cut, closes ? at + 2 : at + 1);
            var end = EndOf(cut, at, name, closes);
            var nests = !Unnested.Contains(name);
            var keep = name.Length == 0 || (closes
                ? depth <= MaxDepth && (elements < MaxElements || !MakesElement(name))
                : depth <= MaxDepth - (nests ? 1 : 0) && ++elements <= MaxElements && cut.IndexOf('>', at) - at <= MaxTag);
            if (name.Length > 0 && nests)
                depth += closes ? -Close(open, name) : Open(open, name);
            if (!keep)
            {
                kept.Append(cut, copied, at - copied).Append(' ');
                copied = end;
            }

            at = end;
        }

        return copied == 0 ? cut : kept.Append(cut, copied, cut.Length - copied).ToString();
    }

    private static int Open(Dictionary<string, int> open, string name)
    {
        open[name] = open.GetValueOrDefault(name) + 1;
        return RawText.Contains(name) ? Close(open, name) - 1 : 1;
    }

    // An end tag without its start tag stands for an element in these two cases (HTML 13.2.6.4.7).
    private static bool MakesElement(string name) =>
        name.Equals("p", StringComparison.OrdinalIgnoreCase) || name.Equals("br", StringComparison.OrdinalIgnoreCase);

    // An end tag that nothing matches closes nothing.
    private static int Close(Dictionary<string, int> open, string name)
    {
        if (open.GetValueOrDefault(name) == 0)
            return 0;
        open[name]--;
        return 1;
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : "";
    }

    // The end of a tag with its raw text, of a comment, or of a bracket that starts nothing.
    private static int EndOf(string html, int at, string name, bool closes)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0)
            return After(html, "-->", at + 2);
        if (name.Length == 0)
            return at + 1;
        var end = EndOfTag(html, at);
        if (closes || !RawText.Contains(name))
            return end;
        var close = html.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? html.Length : EndOfTag(html, close);
    }

    // A quotation mark after an equals sign hides a bracket.
    private static int EndOfTag(string html, int at)
    {
        for (var i = at; i < html.Length; i++)
        {
            if (html[i] == '>')
                return i + 1;
            if (html[i] is '"' or '\'' && html[i - 1] is '=' or ' ' && html.IndexOf(html[i], i + 1) is var close and > 0)
                i = close;
        }

        return html.Length;
    }

    private static int After(string html, string mark, int from) =>
        html.IndexOf(mark, from, StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : html.Length;
}
