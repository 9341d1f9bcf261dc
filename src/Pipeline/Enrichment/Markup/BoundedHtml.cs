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

    /// <summary>Nesting that is kept; the deepest of the public page corpora stays below 60.</summary>
    public const int MaxDepth = 200;

    /// <summary>Elements that are kept.</summary>
    public const int MaxElements = 30_000;

    // End tags of these may be left out (HTML 13.1.2.4), and void elements have none: they do not nest by themselves.
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rt", "rp",
    };

    /// <summary>The same HTML where it is within bounds, which nearly all is.</summary>
    public static string Of(string html)
    {
        var cut = html.Length > MaxCharacters ? html[..MaxCharacters] : html;
        var kept = new StringBuilder();
        var (copied, depth, elements) = (0, 0, 0);
        for (var at = cut.IndexOf('<'); at >= 0 && at + 1 < cut.Length; at = cut.IndexOf('<', at + 1))
        {
            var closes = cut[at + 1] == '/';
            var name = NameAt(cut, closes ? at + 2 : at + 1);
            if (name.Length == 0)
                continue;
            var nests = !Unnested.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
            var keep = closes ? depth <= MaxDepth : depth < MaxDepth && ++elements <= MaxElements;
            depth += !nests ? 0 : closes ? -Math.Min(depth, 1) : 1;
            if (keep)
                continue;
            kept.Append(cut, copied, at - copied).Append(' ');
            copied = EndOfTag(cut, at);
            at = copied - 1;
        }

        return copied == 0 ? cut : kept.Append(cut, copied, cut.Length - copied).ToString();
    }

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return end > start && char.IsAsciiLetter(html[start]) ? html.AsSpan(start, end - start) : [];
    }

    private static int EndOfTag(string html, int at)
    {
        var end = html.IndexOf('>', at);
        return end < 0 ? html.Length : end + 1;
    }
}
