using System.Text;
using Pipeline.Parsing.Text;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// Decodes the names of a zip archive that do not say that they are UTF-8 (APPNOTE.TXT, appendix D): tools write them in UTF-8 all the
/// same, or in the code page of the machine that they ran on, which all names of one archive share.
/// </summary>
internal sealed class MemberNames
{
    private static readonly string[] CodePages = ["gb18030", "shift_jis", "big5", "ks_c_5601-1987", "cp866", "windows-1251"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private const int MinHangul = 6;

    private readonly Encoding encoding;

    /// <param name="names">All names of the archive, read by <see cref="RawNameEncoding"/>.</param>
    public MemberNames(IEnumerable<string> names)
    {
        var undecoded = names.Where(RawNameEncoding.IsRaw).Select(RawNameEncoding.BytesOf).ToList();
        encoding = undecoded.Count == 0 || undecoded.TrueForAll(name => Decode(name, Utf8) is not null) ? Utf8 : Best(undecoded);
    }

    /// <summary>The name as a person reads it.</summary>
    public string Decode(string name) =>
        RawNameEncoding.IsRaw(name) && RawNameEncoding.BytesOf(name) is var bytes
            ? Decode(bytes, Utf8) ?? Decode(bytes, encoding) ?? Encoding.Latin1.GetString(bytes) : name;

    private static Encoding Best(List<byte[]> names)
    {
        // Latin letters are single bytes among ASCII letters, or two of them in a word of ASCII letters ("Grüße").
        var pairs = names.Sum(
            name => name.Zip(name.Skip(1)).Count(pair => pair.First >= 0x80 && pair.Second >= 0x40 && pair.Second != 0x7f));
        var high = names.Sum(name => name.Count(value => value >= 0x80));
        if (names.Sum(CountRuns) * 3 > high * 2 || pairs == 0)
            return Charsets.Find(names.Any(name => name.Any(value => value is >= 0x80 and <= 0xa8)) ? "ibm850" : "windows-1252")
                ?? Encoding.Latin1;
        if (IsKorean(names))
            return Charsets.Find("ks_c_5601-1987") ?? Encoding.Latin1;
        return CodePages.Select(Charsets.Find).OfType<Encoding>().MaxBy(candidate => names.Sum(name => Score(name, candidate)))
            ?? Encoding.Latin1;
    }

    // Hangul fills a corner of what are characters in GBK (KS X 1001, rows 16 to 40); Chinese names of some length leave that corner, and
    // short ones are told by their characters.
    private static bool IsKorean(List<byte[]> names)
    {
        var high = names.SelectMany(name => name.Where(value => value >= 0x80).Chunk(2)).ToList();
        return high.TrueForAll(pair => pair is [>= 0xb0 and <= 0xc8, >= 0xa1 and <= 0xfe])
            && (high.Count >= MinHangul || CommonCharacters.AreHangul([.. high.SelectMany(pair => pair)]));
    }

    // High bytes that stand alone, and those of pairs within a word.
    private static int CountRuns(byte[] name)
    {
        var alone = 0;
        for (int start = 0, end; start < name.Length; start = end + 1)
        {
            end = start;
            while (end < name.Length && name[end] >= 0x80)
                end++;
            if (end - start == 1 || (end - start == 2 && start > 0 && end < name.Length
                && char.IsAsciiLetter((char)name[start - 1]) && char.IsAsciiLetterLower((char)name[end])))
                alone += end - start;
        }

        return alone;
    }

    // How much the name looks like words: kana, common characters, Hangul and small Cyrillic letters for it; half-width kana, rare
    // characters and errors against it.
    private static int Score(byte[] name, Encoding candidate)
    {
        if (Decode(name, candidate) is not { } text)
            return -100;
        return text.Sum(Weight) - (candidate.CodePage is 54936 or 936 ? CountRare(name) : 0);
    }

    // What GBK has before its common characters (row 16 of GB 2312, at 0xb0), behind them (row 56, at 0xd8) and beside them (a second byte
    // below 0xa1); kana, which Chinese names do not have, stand in its rows 4 and 5 and are good for nothing here.
    private static int CountRare(byte[] name)
    {
        var rare = 0;
        for (var i = 0; i + 1 < name.Length; i += name[i] < 0x80 ? 1 : 2)
            rare += (name[i], name[i + 1]) switch
            {
                (0xa4 or 0xa5, _) => 4,
                ( >= 0x81, < 0xa1) => 2,
                ( >= 0x81 and < 0xb0 or >= 0xd8, _) => 1,
                _ => 0,
            };
        return rare;
    }

    private static int Weight(char c) => c switch
    {
        < '\u0080' => 0,
        >= '\u0430' and <= '\u044f' => 1,
        >= '\u3040' and <= '\u30ff' => 3,
        >= '\u4e00' and <= '\u9fa5' => 2,
        >= '\uac00' and <= '\ud7a3' => 1,
        >= '\uff61' and <= '\uff9f' => -2,
        _ => -1,
    };

    private static string? Decode(byte[] bytes, Encoding candidate)
    {
        try
        {
            return candidate.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
