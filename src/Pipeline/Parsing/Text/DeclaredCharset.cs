using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Parsing.Files;

namespace Pipeline.Parsing.Text;

/// <summary>What a file and its store say of its charset, in the order in which they are believed: Content-Type, XML declaration, <c>meta
/// charset</c>.</summary>
internal static partial class DeclaredCharset
{
    // HTML has the meta element end within the first 1,024 bytes (WHATWG HTML §4.2.5.4); real pages put scripts before it.
    private const int Head = 4096;

    public static IEnumerable<string> FindIn(DroppedFile file)
    {
        if (InContentType().Match(file.ContentType ?? "") is { Success: true } declared)
            yield return declared.Groups[1].Value;
        var head = Encoding.Latin1.GetString(file.Bytes.Span[..Math.Min(file.Bytes.Length, Head)]);
        foreach (var pattern in new[] { InXmlDeclaration(), InMeta() })
        {
            if (pattern.Match(head) is { Success: true } found)
                yield return found.Groups[1].Value;
        }
    }

    [GeneratedRegex("""charset\s*=(?>\s*["']?\s*)([\w.:+-]+)""", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex InContentType();

    [GeneratedRegex("""^[\s\u00ef\u00bb\u00bf]*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:+-]+)""",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex InXmlDeclaration();

    [GeneratedRegex("""<meta\s[^>]{0,200}?charset\s*=(?>\s*["']?\s*)([\w.:+-]+)""", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex InMeta();
}
