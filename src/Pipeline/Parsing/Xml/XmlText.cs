using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Pipeline.Parsing.Xml;

/// <summary>Writes text into XML so that it is well-formed, whatever it holds.</summary>
internal static partial class XmlText
{
    /// <summary>Escapes markup and leaves out what XML forbids (XML 1.0 §2.2).</summary>
    public static void AppendEscaped(StringBuilder output, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (isPair)
                output.Append(text[i++]).Append(text[i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                AppendEscaped(output, text[i]);
        }
    }

    /// <summary>The same, but references that XML or HTML knows are kept; every other ampersand is a character.</summary>
    public static void AppendRepaired(StringBuilder output, ReadOnlySpan<char> text)
    {
        var start = 0;
        foreach (var found in Reference().EnumerateMatches(text))
        {
            AppendEscaped(output, text[start..found.Index]);
            AppendReference(output, text.Slice(found.Index, found.Length).ToString());
            start = found.Index + found.Length;
        }

        AppendEscaped(output, text[start..]);
    }

    /// <summary>A name with one colon at most, and a name on both sides of it.</summary>
    public static string QualifiedName(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return name;
        var local = name[(colon + 1)..].Replace(':', '_');
        return local.Length > 0 && XmlConvert.IsStartNCNameChar(local[0]) ? $"{name[..colon]}:{local}" : name.Replace(':', '_');
    }

    private static void AppendReference(StringBuilder output, string reference)
    {
        // Some systems write a character beyond the first 65,536 as references to the two halves that UTF-16 has for it.
        var halves = reference.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var character = halves.Length == 2 ? string.Concat(halves.Select(half => (char)NumberOf(half)))
            : WebUtility.HtmlDecode(reference is "&apos;" ? "&#39;" : reference);
        AppendEscaped(output, character);
    }

    private static int NumberOf(string reference) => reference[2] is 'x' or 'X'
        ? int.Parse(reference.AsSpan(3), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : int.Parse(reference.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static void AppendEscaped(StringBuilder output, char character)
    {
        switch (character)
        {
            case '<':
                output.Append("&lt;");
                break;
            case '>':
                output.Append("&gt;");
                break;
            case '&':
                output.Append("&amp;");
                break;
            case '"':
                output.Append("&quot;");
                break;
            default:
                output.Append(character);
                break;
        }
    }

    [GeneratedRegex(
        @"&#(?:5529[6-9]|5(?:5[3-9]|6[0-2])\d\d|563[01]\d|[xX][dD][89aAbB][0-9a-fA-F]{2});"
            + @"&#(?:5(?:6[3-9]|7[0-2])\d\d|573[0-4]\d|[xX][dD][c-fC-F][0-9a-fA-F]{2});"
            + @"|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});", RegexOptions.None, MatchTimeout)]
    private static partial Regex Reference();
}
