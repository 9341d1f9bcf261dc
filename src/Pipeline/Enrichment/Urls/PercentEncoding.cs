using System.Globalization;
using System.Text;

namespace Pipeline.Enrichment.Urls;

/// <summary>One spelling for percent-encoding (RFC 3986 sections 2.3 and 6.2.2): unreserved characters plain, hexadecimal in upper case,
/// everything outside ASCII encoded as UTF-8.</summary>
internal static class PercentEncoding
{
    public static string Normalise(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                Append(result, value, IsUnreserved((char)value));
                i += 2;
            }
            else if (char.IsAscii(text[i]) && text[i] > ' ')
            {
                result.Append(text[i]);
            }
            else if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) >= 0)
            {
                foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                    Append(result, b, plain: false);
                i += length - 1;
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, byte value, bool plain)
    {
        if (plain)
            result.Append((char)value);
        else
            result.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';
}
