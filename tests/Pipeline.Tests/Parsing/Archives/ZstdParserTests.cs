using ZstdSharp;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class ZstdParserTests
{
    private static readonly byte[] Html = Bytes("<html><body><p>A page.</p></body></html>");

    [Fact]
    public void Unpacks_a_single_file_under_its_name_without_the_ending()
    {
        var member = Assert.Single(Unpacked.Members(Zstd(Bytes(Post)), path: "wire/post.md.zst"));

        Assert.Equal("post.md", member.Name);
        Assert.Equal(Post, Unpacked.Text(member));
    }

    [Fact]
    public void Unpacks_a_tape_archive()
    {
        var members = Unpacked.Members(Zstd(Tar(("a.md", Bytes(Post)), ("b.md", Bytes(Post)))));

        Assert.Equal(["a.md", "b.md"], members.Select(member => member.Name));
    }

    [Fact]
    public void Reads_a_web_archive_with_a_frame_for_each_record()
    {
        byte[] records =
        [
            .. Zstd(WarcRecord("response", "https://example.org/a", Http("200 OK", "Content-Type: text/html", Html))),
            .. Zstd(WarcRecord("response", "https://example.org/b", Http("200 OK", "Content-Type: text/html", Html))),
        ];

        Assert.Equal(["https://example.org/a", "https://example.org/b"], Unpacked.Members(records).Select(member => member.Name));
    }

    [Fact]
    public void Reads_records_that_share_a_dictionary_in_a_frame_before_them()
    {
        var record = WarcRecord("response", "https://example.org/a", Http("200 OK", "Content-Type: text/html", Html));
        using var compressor = new Compressor();
        compressor.LoadDictionary(record);
        byte[] file = [0x5d, 0x2a, 0x4d, 0x18, .. BitConverter.GetBytes(record.Length), .. record, .. compressor.Wrap(record)];

        Assert.Equal("https://example.org/a", Assert.Single(Unpacked.Members(file)).Name);
    }

    [Fact]
    public void Refuses_what_is_damaged_with_a_reason()
    {
        var packed = Zstd(Bytes(string.Concat(Enumerable.Repeat(Post, 50))));
        packed[^6] ^= 0xff;
        packed[10] ^= 0xff;

        Assert.StartsWith("damaged", Assert.Single(Unpacked.Members(packed)).Refusal, StringComparison.Ordinal);
    }

    internal static byte[] Zstd(byte[] content)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(content).ToArray();
    }
}
