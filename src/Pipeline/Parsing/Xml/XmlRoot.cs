using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Xml;

/// <summary>The root element of an XML document, found without reading the document.</summary>
/// <param name="Start">Where the document starts: at its declaration, or at its root where it has none.</param>
/// <param name="Name">The root's name without its prefix, as written.</param>
/// <param name="Attributes">What stands in the root's start tag behind its name.</param>
/// <param name="IsDeclared">True where an XML declaration stands before the root.</param>
/// <param name="Doctype">The name in the document type declaration; <c>null</c> where there is none.</param>
internal sealed partial record XmlRoot(int Start, string Name, string Attributes, bool IsDeclared, string? Doctype)
{
    // Scripts that print warnings put text before the document; a page of them is shorter than this.
    private const int MaxHead = 16_384;

    private static readonly string[] FrontMatter = ["---", "+++", "{", ";;;"];

    /// <summary>The root of the text, or of an XML document that a program's stray output stands before; <c>null</c> where there is
    /// none.</summary>
    public static XmlRoot? Find(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n\f\v\0\u00a0\u200b\ufeff");
        if (start is ['<', ..])
            return ReadAt(text, text.Length - start.Length);
        var head = text[..Math.Min(text.Length, MaxHead)];
        var declaration = head.IndexOf("<?xml", StringComparison.Ordinal);
        return declaration > 0 && !IsDocument(head[..declaration]) ? ReadAt(text, declaration) : null;
    }

    /// <summary>True where text is a post or a page, which may show XML and is none.</summary>
    private static bool IsDocument(string before) =>
        before.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || FrontMatter.Any(mark => before.AsSpan().TrimStart().StartsWith(mark, StringComparison.Ordinal));

    private static XmlRoot? ReadAt(string text, int start)
    {
        var (position, isDeclared, doctype) = (start, false, default(string));
        while (PrologEnd(text, position) is { } end)
        {
            isDeclared |= text.AsSpan(position).StartsWith("<?xml");
            doctype ??= Doctypes().Match(text, position, end - position) is { Success: true } match ? match.Groups["name"].Value : null;
            position = end;
            while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] == '\ufeff'))
                position++;
        }

        return StartTag().Match(text, position) is { Success: true } tag
            ? new XmlRoot(start, tag.Groups["name"].Value, tag.Groups["attributes"].Value, isDeclared, doctype)
            : null;
    }

    // What XML 1.0 §2.8 allows before the root; null at anything else.
    private static int? PrologEnd(string text, int at)
    {
        var mark = text.AsSpan(at) switch
        {
            ['<', '?', ..] => "?>",
            ['<', '!', '-', '-', ..] => "-->",
            ['<', '!', ..] => HasSubset(text, at) ? "]>" : ">",
            _ => null,
        };
        var end = mark is null ? -1 : text.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? null : end + mark!.Length;
    }

    private static bool HasSubset(string text, int at) =>
        text.IndexOf('>', at) is >= 0 and var close && text.AsSpan(at, close - at).Contains('[');

    [GeneratedRegex(@"\G<!doctype\s+(?<name>[\w:.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Doctypes();

    [GeneratedRegex(@"\G<(?:[\w.-]{1,64}:)?(?<name>[\p{L}_][\w.-]*)(?<attributes>[^<>]*)", RegexOptions.None, MatchTimeout)]
    private static partial Regex StartTag();
}
