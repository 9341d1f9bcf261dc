using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>Tells a web page from other text by how it begins.</summary>
internal static partial class HtmlMarks
{
    // The WHATWG sniffing table looks at the first 1,445 bytes; pages that open with a licence comment or stray output need more.
    private const int Window = 8192;

    public static bool AreIn(string text)
    {
        var start = text.AsSpan(0, Math.Min(Window, text.Length));
        return start.TrimStart().StartsWith('<')
            ? Opening().IsMatch(start) || Document().IsMatch(start)
            : Document().IsMatch(start);
    }

    [GeneratedRegex(@"<(?:!doctype\s+html|html|head|body)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Document();

    // A fragment: the first tag is one that only HTML has.
    [GeneratedRegex(@"\A\s*(?><!--.*?-->\s*)*<(?:article|main|section|div|p|h[1-6]|table|span|meta|title|script|link|style)[\s>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchTimeout)]
    private static partial Regex Opening();
}
