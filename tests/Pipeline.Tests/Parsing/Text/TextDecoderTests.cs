using System.Text;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Text;

namespace Pipeline.Tests.Parsing.Text;

public class TextDecoderTests
{
    private const string Russian = "После трёх дней шторма паром вернулся в гавань";

    private const string Chinese = "暴风雨三天后渡轮返回港口码头上挤满了人";

    public TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", Russian)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("utf-32BE", Russian)]
    [InlineData("windows-1254", "Fırtınadan sonra gemi limana döndü, şölen başladı")]
    [InlineData("windows-1255", "המעבורת חזרה לנמל")]
    [InlineData("windows-1256", "عادت العبارة إلى الميناء")]
    [InlineData("windows-1257", "Keltas grįžo į uostą, žmonės džiaugėsi")]
    [InlineData("windows-1258", "Phà đi")]
    [InlineData("windows-874", "เรือกลับมาที่ท่า")]
    [InlineData("iso-8859-3", "Ħadd ma kien hemm")]
    [InlineData("iso-8859-4", "Kuģis atgriezās ostā")]
    [InlineData("iso-8859-6", "عادت العبارة")]
    [InlineData("iso-8859-8", "המעבורת חזרה לנמל")]
    [InlineData("iso-8859-9", "Fırtınadan sonra gemi limana döndü")]
    [InlineData("iso-8859-13", "Keltas grįžo į uostą")]
    [InlineData("iso-8859-15", "Le bac coûte 5 €, cœur léger")]
    [InlineData("koi8-u", "Пором повернувся до гавані")]
    [InlineData("iso-2022-jp", "嵐の後、フェリーが港に戻った")]
    [InlineData("utf-32", Russian)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("windows-1250", "Příliš žluťoučký kůň")]
    [InlineData("windows-1252", "Où est l’été ? À Évian.")]
    [InlineData("iso-8859-1", "Déjà vu à Évian")]
    [InlineData("iso-8859-2", "Příliš žluťoučký kůň")]
    [InlineData("windows-1253", "Το πλοίο γύρισε στο λιμάνι")]
    [InlineData("iso-8859-7", "Το πλοίο γύρισε στο λιμάνι")]
    [InlineData("gb18030", Chinese)]
    [InlineData("gb2312", Chinese)]
    [InlineData("big5", "暴風雨三天後渡輪返回港口")]
    [InlineData("shift_jis", "嵐の後、フェリーが港に戻った")]
    [InlineData("euc-jp", "嵐の後、フェリーが港に戻った")]
    [InlineData("euc-kr", "폭풍 후 여객선이 항구로 돌아왔다")]
    public void A_declared_charset_is_read_from_an_xml_declaration_and_from_the_content_type(string charset, string text)
    {
        var encoding = Encoding.GetEncoding(charset);
        var declaration = $"<?xml version=\"1.0\" encoding=\"{charset}\"?>";

        Assert.Equal(declaration + text, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(declaration + text)]).Value);
        Assert.Equal(
            "<p>" + text, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("<p>" + text)], $"text/html; charset={charset}").Value);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", "暴風雨三天後渡輪返回港口碼頭上擠滿了人")]
    [InlineData("shift_jis", "嵐の後、フェリーが港に戻った。乗客は喜んで降りた。")]
    [InlineData("euc-jp", "嵐の後、フェリーが港に戻った。乗客は喜んで降りた。")]
    [InlineData("euc-kr", "폭풍 후 여객선이 항구로 돌아왔다. 승객들은 기뻐했다.")]
    public void A_charset_is_detected_where_the_declaration_lies(string charset, string text)
    {
        var decoded =
            Decode(Encoding.GetEncoding(charset).GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><p>{text} {text} {text}</p>"));

        Assert.Contains(text, decoded.Value, StringComparison.Ordinal);
        Assert.Contains(decoded.Notes, note => note.StartsWith("charset: declared utf-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("u8", "utf-8")]
    [InlineData("UTF_8", "utf-8")]
    [InlineData("u16", "utf-16")]
    [InlineData("utf-16le", "utf-16")]
    [InlineData("iso-10646-ucs-2", "utf-16")]
    [InlineData("ucs-2", "utf-16")]
    [InlineData("csunicode", "utf-16")]
    [InlineData("iso-10646-ucs-4", "utf-32BE")]
    [InlineData("csucs4", "utf-32BE")]
    [InlineData("utf-32le", "utf-32")]
    [InlineData("latin_1", "windows-1252")]
    [InlineData("iso_8859-1:1987", "windows-1252")]
    [InlineData("8859-1", "windows-1252")]
    [InlineData("iso-ir-100", "windows-1252")]
    [InlineData("cp819", "windows-1252")]
    [InlineData("windows_1252", "windows-1252")]
    [InlineData("win-1251", "windows-1251")]
    [InlineData("cp-1251", "windows-1251")]
    [InlineData("iso8859-5", "iso-8859-5")]
    [InlineData("iso_8859_15", "iso-8859-15")]
    [InlineData("latin2", "iso-8859-2")]
    [InlineData("latin9", "iso-8859-15")]
    [InlineData("cyrillic", "iso-8859-5")]
    [InlineData("greek", "iso-8859-7")]
    [InlineData("koi8_r", "koi8-r")]
    [InlineData("cskoi8r", "koi8-r")]
    [InlineData("gb-2312", "gb18030")]
    [InlineData("euc-cn", "gb18030")]
    [InlineData("csgb2312", "gb18030")]
    [InlineData("chinese", "gb18030")]
    [InlineData("gb18030-2000", "gb18030")]
    [InlineData("big5-tw", "big5")]
    [InlineData("csbig5", "big5")]
    [InlineData("shiftjis", "shift_jis")]
    [InlineData("csshiftjis", "shift_jis")]
    [InlineData("ms932", "shift_jis")]
    [InlineData("euc_jp", "euc-jp")]
    [InlineData("ujis", "euc-jp")]
    [InlineData("ks_c_5601", "ks_c_5601-1987")]
    [InlineData("ksc5601", "ks_c_5601-1987")]
    [InlineData("euc_kr", "ks_c_5601-1987")]
    [InlineData("korean", "ks_c_5601-1987")]
    [InlineData("johab", "Johab")]
    [InlineData("tis620", "windows-874")]
    [InlineData("ibm866", "cp866")]
    [InlineData("macintosh", "macintosh")]
    [InlineData("cp037", "IBM037")]
    public void Charsets_are_known_by_their_other_names(string name, string expected) =>
        Assert.Equal(expected, Charsets.Find(name)?.WebName, ignoreCase: true);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("none")]
    [InlineData("")]
    public void Names_that_mean_no_charset_are_passed_over(string name) => Assert.Null(Charsets.Find(name));

    [Theory]
    [InlineData("utf-8", Russian)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Chinese)]
    [InlineData("utf-32", Russian)]
    [InlineData("utf-32BE", Russian)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1252", "Le bac est rentré à Évian après trois jours de tempête, « déjà » dit-on à la capitainerie")]
    [InlineData("windows-1253",
        "Το πλοίο γύρισε στο λιμάνι ύστερα από τρεις ημέρες θύελλας")]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", "暴風雨三天後渡輪返回港口碼頭上擠滿了人")]
    [InlineData("shift_jis", "嵐の後、フェリーが港に戻った。乗客は喜んで降りた。")]
    [InlineData("euc-jp", "嵐の後、フェリーが港に戻った。乗客は喜んで降りた。")]
    [InlineData("euc-kr", "폭풍 후 여객선이 항구로 돌아왔다. 승객들은 기뻐했다.")]
    public void A_charset_is_detected_where_none_is_declared(string charset, string text)
    {
        var decoded = Decode(Encoding.GetEncoding(charset).GetBytes($"<p>{text} {text} {text}</p>"));

        Assert.Contains(text, decoded.Value, StringComparison.Ordinal);
        Assert.Empty(decoded.Notes);
    }

    [Fact]
    public void The_content_type_comes_before_the_xml_declaration_and_a_byte_order_mark_before_both()
    {
        var text = $"<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>{Russian}</p>";

        Assert.Equal(text, Decode(Encoding.GetEncoding("windows-1251").GetBytes(text), "text/xml; charset='windows-1251'").Value);
        Assert.Equal(
            text, Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], "text/xml; charset=windows-1251").Value);
    }

    [Fact]
    public void Utf_8_is_read_as_such_whatever_is_declared()
    {
        var decoded = Decode(Encoding.UTF8.GetBytes($"<meta charset=iso-8859-1>{Russian}"));

        Assert.EndsWith(Russian, decoded.Value, StringComparison.Ordinal);
        Assert.Contains("charset: declared iso-8859-1, read as utf-8", decoded.Notes);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() =>
        Assert.Equal("text", Decode([0xEF, 0xBB, 0xBF, .. "text"u8]).Value);

    [Fact]
    public void A_character_cut_in_two_at_the_end_is_dropped()
    {
        var bytes = Encoding.UTF8.GetBytes("The ferry é");

        Assert.Equal("The ferry ", Decode(bytes[..^1]).Value);
    }

    [Fact]
    public void One_damaged_byte_does_not_cost_the_other_characters()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Russian, 5)));
        bytes[20] = 0xFF;

        var decoded = Decode(bytes);

        Assert.Equal("utf-8", decoded.Charset);
        Assert.EndsWith(Russian, decoded.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void Utf_8_that_was_read_as_another_charset_and_written_again_is_restored(string wrong)
    {
        var damaged = Encoding.GetEncoding(wrong).GetString(Encoding.UTF8.GetBytes("Été à Évian – déjà vu"));

        Assert.Equal("Été à Évian – déjà vu", Decode(Encoding.UTF8.GetBytes(damaged)).Value);
    }

    [Theory]
    [InlineData("Déjà vu")]
    [InlineData("São Paulo, AMANHÃ £5")]
    [InlineData("ÃÃÃ")]
    public void Text_that_only_might_be_damaged_is_left_alone(string text) =>
        Assert.Equal(text, Decode(Encoding.UTF8.GetBytes(text)).Value);

    private static DecodedText Decode(byte[] bytes, string? contentType = null) =>
        TextDecoder.Decode(new DroppedFile("golden/file", bytes) { ContentType = contentType });
}
