using System.Text;
using Pipeline.Parsing;
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
        Assert.Equal("<p>" + text, Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("<p>" + text)], $"text/html; charset={charset}").Value);
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("gb18030", Chinese)]
    [InlineData("shift_jis", "嵐の後、フェリーが港に戻った。乗客は喜んで降りた。")]
    [InlineData("euc-kr", "폭풍 후 여객선이 항구로 돌아왔다. 승객들은 기뻐했다.")]
    public void A_charset_is_detected_where_the_declaration_lies(string charset, string text)
    {
        var decoded = Decode(Encoding.GetEncoding(charset).GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><p>{text} {text} {text}</p>"));

        Assert.Contains(text, decoded.Value, StringComparison.Ordinal);
        Assert.Contains(decoded.Notes, note => note.StartsWith("charset: declared utf-8", StringComparison.Ordinal));
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
