using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Text;

/// <summary>
/// Charsets by the names that publishers write: letter case, hyphens and underscores say nothing. A subset's name stands for its
/// superset, as in the WHATWG Encoding Standard (§4.2): pages that say ISO-8859-1 are written in windows-1252, those that say
/// GB2312 in GB18030.
/// </summary>
internal static partial class Charsets
{
    // Names that neither .NET knows nor a rule gives, by what they stand for.
    private static readonly Dictionary<string, string> Names = Table(
        ("utf-8", "u8 utf8 unicode11utf8 unicode20utf8"),
        ("utf-16", "u16 utf16 utf16le ucs2 csunicode iso10646ucs2"),
        ("utf-32", "u32 utf32 utf32le"),
        ("utf-32BE", "ucs4 csucs4 iso10646ucs4"),
        ("windows-1252", "ascii usascii latin1 l1 88591 cp819 ibm819 isoir100 csisolatin1 iso646us ansi"),
        ("iso-8859-15", "latin9 l9"),
        ("koi8-r", "koi8 koi8r cskoi8r"),
        ("koi8-u", "koi8u koi8ru"),
        ("gb18030", "gb2312 gb231280 gbk euccn chinese csgb2312 gb18030 gb180302000 gb180302005 gb180302022 isoir58"),
        ("big5", "big5 big5tw big5hkscs csbig5 cnbig5 bigfive xxbig5"),
        ("shift_jis", "shiftjis sjis mskanji csshiftjis windows31j"),
        ("euc-jp", "eucjp ujis cseucpkdfmtjapanese"),
        ("ks_c_5601-1987", "euckr ksc5601 ksc56011987 ksc56011989 ksx1001 korean cseuckr uhc"),
        ("windows-874", "tis620 tis6200 iso885911"));

    private static readonly Dictionary<string, string> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us-ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["gb2312"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["x-cp20936"] = "gb18030",
        ["x-cp20949"] = "ks_c_5601-1987",
    };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, with errors that throw; <c>null</c> for a name that means nothing, and for UTF-7 (a way past every
    /// filter).</summary>
    public static Encoding? Find(string? name)
    {
        var plain = name?.Trim(' ', '\'', '"', '\t', '\r', '\n');
        if (string.IsNullOrEmpty(plain))
            return null;
        var key = new string([.. plain.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
        if (key.Contains("utf7", StringComparison.Ordinal))
            return null;
        var found = Get(Names.GetValueOrDefault(key) ?? Numbered(key) ?? plain)
            ?? Get(Names.GetValueOrDefault(key.TrimStart('x')) ?? plain.Replace('_', '-'));
        return found is not null && Supersets.TryGetValue(found.WebName, out var superset) ? Get(superset) : found;
    }

    private static Dictionary<string, string> Table(params (string Charset, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' '), (row, name) => (name, row.Charset)).ToDictionary(
            pair => pair.name, pair => pair.Charset);

    // "cp1251", "win-1251", "x-cp1251", "ms932", "iso8859_5" and "ISO_8859-1:1987" are numbers with something around them.
    private static string? Numbered(string key)
    {
        if (Iso().Match(key) is { Success: true } iso)
            return $"iso-8859-{iso.Groups[1].Value}";
        return CodePage().Match(key) is { Success: true } page ? page.Groups[1].Value : null;
    }

    private static Encoding? Get(string name)
    {
        try
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
                ? Encoding.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^x?(?:iso)?8859(1[0-6]|[1-9])(?:(?:19|20)\d\d)?$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^x?(?:cp|win|windows|ms)(874|93[26]|949|950|125[0-8])$", RegexOptions.None, MatchTimeout)]
    private static partial Regex CodePage();
}
