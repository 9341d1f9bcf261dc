using CsCheck;

namespace Pipeline.Tests.Parsing;

/// <summary>Whatever arrives, parsing ends within a bounded time with a result: entries, members or a reason.</summary>
public class SurvivalTests
{
    // Above this size, lengths are sampled: every one of them would cost minutes.
    private const int EveryLength = 1024;

    private const int SampledLengths = 64;

    private static readonly Gen<byte[]> AnyBytes = Gen.Byte.Array[0, 2000];

    private static readonly Gen<string> AnyMarkup = Gen.OneOf(
            "<rss>", "</rss>", "<item>", "</item>", "<title>", "</title", "<", ">", "&", "&amp;", "&#0;", "&#xD800;", "&nbsp;", "<![CDATA[",
            "]]>", "<!--", "-->", "<?x ", "?>",
            "<!DOCTYPE x [", "]>", "<a:b:c d:e=f>", "xmlns:d=''", "<x a=\"1\" a='2'", "text", "\0", "\ud800", "\"", "'", "=", "/>", "{",
            "[", "---", "\n", "é", "\ufeff", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry", "<br>")
        .Array[1, 60].Select(string.Concat);

    public static TheoryData<string> Inputs => GoldenFiles.Inputs;

    [Fact]
    public void Random_bytes_are_survived() => AnyBytes.Sample(bytes => Bounded.Survives(bytes), iter: 300);

    [Fact]
    public void Random_markup_is_survived() =>
        AnyMarkup.Sample(markup => Bounded.Survives(System.Text.Encoding.UTF8.GetBytes("<rss>" + markup)), iter: 2000);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_is_survived_at_every_length(string input)
    {
        var bytes = GoldenFiles.Read(input).Bytes;
        var step = bytes.Length <= EveryLength ? 1 : bytes.Length / SampledLengths;
        for (var length = 0; length < bytes.Length; length += step)
            Bounded.Survives(bytes[..length]);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_is_survived_with_bytes_changed(string input)
    {
        var bytes = GoldenFiles.Read(input).Bytes.ToArray();
        var change = Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.OneOf(
            Gen.Byte, Gen.OneOf((byte)'<', (byte)'>', (byte)'&', (byte)'"', (byte)0, (byte)'{', (byte)':')));
        change.Array[1, 12].Sample(changes => Bounded.Survives(Changed(bytes, changes)), iter: 25);
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_file_is_survived_with_a_part_left_out_or_repeated(string input)
    {
        var bytes = GoldenFiles.Read(input).Bytes.ToArray();
        var part = Gen.Select(Gen.Int[0, bytes.Length], Gen.Int[0, bytes.Length], Gen.Int[0, 3]);
        part.Sample(
            (one, other, times) =>
            {
                var (start, end) = (Math.Min(one, other), Math.Max(one, other));
                Bounded.Survives((byte[])[
                    .. bytes[..start], .. Enumerable.Repeat(bytes[start..end], times).SelectMany(repeated => repeated), .. bytes[end..]]);
            },
            iter: 10);
    }

    [Theory]
    [InlineData("<rss><channel><item>", "<x>", 100_000)]
    [InlineData("<rss><channel><item><description>", "<b><i>", 100_000)]
    [InlineData("<rss><channel>", "<item><title>a</title></item>", 10_001)]
    [InlineData("<rss><channel><item><title>", "&amp;amp;", 100_000)]
    [InlineData("<rss><channel><item", " a='1'", 50_000)]
    [InlineData("<rss>", "<!", 200_000)]
    [InlineData("<rss>", "<a b=\"", 100_000)]
    [InlineData("<rss>", "</a>", 200_000)]
    [InlineData("<rss><channel><link>http://a/</link><item><description>", "&lt;div id=a&gt;", 100_000)]
    [InlineData("<rss><channel><item><title>", "&lt;div&gt;", 100_000)]
    [InlineData("<rss><channel><item>", "<category>a</category><link>b</link>", 20_000)]
    [InlineData("<rss><channel>", "<item><x:y xmlns:x='a'/>", 9_000)]
    [InlineData("<rss><channel>", "<item><title>a & b</title>", 9_000)]
    [InlineData("<!DOCTYPE rss [<!ENTITY a '", "&#38;", 100_000)]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>]><rss><item><title>", "&a;", 200_000)]
    [InlineData("<!DOCTYPE rss [", "<!ENTITY a 'b'>", 50_000)]
    [InlineData("---\na: &a [x]\nb: ", "[*a,", 10_000)]
    [InlineData("---\ntitle: x\n---\n", "[", 50_000)]
    [InlineData("---\ntitle: x\n---\n", "> ", 50_000)]
    [InlineData("---\ntitle: x\n---\n", "<div>", 100_000)]
    [InlineData("---\ntitle: x\n---\n", "**x** _y_\n", 20_000)]
    [InlineData("<rss><a>", "</b>", 500_000)]
    [InlineData("<rss><channel><item><description>", "a<b/>", 100_000)]
    [InlineData("+++\na = ", "[", 50_000)]
    [InlineData("", "---\na: b\n", 50_000)]
    [InlineData("<html><body><p>", "<!-- -->", 200_000)]
    [InlineData("<html><body>", "<div>", 200_000)]
    [InlineData("<html><body>", "<p>text</p>", 39_000)]
    [InlineData("", "{\"a\":", 100_000)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":", "[", 100_000)]
    [InlineData("---\ntitle: x\n---\n", "http://a.example ", 20_000)]
    [InlineData("---\ntitle: x\n---\n", "[a](", 75_000)]
    [InlineData("---\ntitle: x\n---\n", "a <?", 75_000)]
    [InlineData("---\ntitle: x\n---\n", "`a ``", 60_000)]
    [InlineData("<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "<![CDATA[", 40_000)]
    [InlineData("<newsItem ", "a='b' ", 80_000)]
    public void Bombs_are_survived(string start, string repeated, int times) =>
        Bounded.Survives(System.Text.Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, times))));

    private static byte[] Changed(byte[] bytes, (int Position, byte Value)[] changes)
    {
        var changed = (byte[])bytes.Clone();
        foreach (var (position, value) in changes)
            changed[position] = value;
        return changed;
    }
}
