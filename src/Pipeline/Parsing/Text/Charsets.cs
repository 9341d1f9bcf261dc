using System.Text;

namespace Pipeline.Parsing.Text;

/// <summary>
/// Charsets by the names that publishers write. A subset's name stands for its superset, as in the WHATWG Encoding
/// Standard (§4.2): pages that say ISO-8859-1 are written in windows-1252, those that say GB2312 in GB18030.
/// </summary>
internal static class Charsets
{
    private static readonly Dictionary<string, string> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf16"] = "utf-16",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["x-cp1252"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["cp1253"] = "windows-1253",
        ["cp1254"] = "windows-1254",
        ["koi8"] = "koi8-r",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["cp936"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["cn-big5"] = "big5",
        ["x-x-big5"] = "big5",
        ["cp950"] = "big5",
        ["shift-jis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["ms_kanji"] = "shift_jis",
        ["x-euc-jp"] = "euc-jp",
        ["eucjp"] = "euc-jp",
        ["euc-kr"] = "ks_c_5601-1987",
        ["euckr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["uhc"] = "ks_c_5601-1987",
        ["windows-949"] = "ks_c_5601-1987",
    };

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding, with errors that throw; <c>null</c> for a name that means nothing, and for UTF-7 (a way past every filter).</summary>
    public static Encoding? Find(string? name)
    {
        var plain = name?.Trim(' ', '\'', '"', '\t', '\r', '\n');
        if (string.IsNullOrEmpty(plain) || plain.Contains("utf-7", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return Encoding.GetEncoding(Supersets.GetValueOrDefault(plain, plain), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
