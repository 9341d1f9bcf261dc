using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Html;

/// <summary>
/// Tells, in one pass over the text, whether HTML opens so many elements inside each other that parsing it would cost minutes:
/// AngleSharp 1.10 looks through every open element for each new one, also under its <c>MaximumDepth</c>
/// (16,000 nested elements took it 2.4 s, and the time grows with the square).
/// </summary>
internal static partial class HtmlNesting
{
    /// <summary>Ten times what real pages reach, closing tags forgotten; it costs AngleSharp about 0.1 s.</summary>
    private const int MaxOpenElements = 4_000;

    // Elements that end themselves when the next one begins (HTML §13.1.2.4), or hold nothing.
    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "rt", "rp", "html", "head",
        "body", "a",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    public static bool IsTooDeep(string html, int mostOpenElements = MaxOpenElements)
    {
        var open = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var closes = html[tag.Index + 1] == '/';
            var name = html.AsSpan(tag.Index + (closes ? 2 : 1), tag.Length - (closes ? 2 : 1));
            if (NeverNested.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                continue;
            open = Math.Max(0, open + (closes ? -1 : 1));
            if (open > mostOpenElements)
                return true;
        }

        return false;
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9:-]*", RegexOptions.None, MatchTimeout)]
    private static partial Regex Tag();
}
