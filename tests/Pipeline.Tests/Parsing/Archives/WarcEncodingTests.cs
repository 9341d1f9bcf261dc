using System.IO.Compression;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class WarcEncodingTests
{
    private static readonly byte[] Html = Bytes("<html><body><p>A page.</p></body></html>");

    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "zstd", ZstdParserTests.Zstd(Html) },
        { "deflate", Deflated(stream => new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
        { "deflate", Deflated(stream => new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
        { "deflate", Deflated(stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)) },
        { "zstd", Html },
        { "deflate", Html },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Undoes_an_encoding_where_the_bytes_show_it(string encoding, byte[] body)
    {
        var record = WarcRecord(
            "response", "https://example.org/a", Http("200 OK", $"Content-Type: text/html\r\nContent-Encoding: {encoding}", body));

        Assert.Equal(Html, Assert.Single(Unpacked.Members(record)).File!.Bytes.ToArray());
    }

    [Fact]
    public void Undoes_several_encodings_from_the_last_to_the_first()
    {
        using var twice = new MemoryStream();
        using (var stream = new ZLibStream(twice, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(Deflated(inner => new GZipStream(inner, CompressionLevel.Optimal, leaveOpen: true)));
        var record = WarcRecord(
            "response", "https://example.org/b", Http("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip, deflate",
                twice.ToArray()));

        Assert.Equal(Html, Assert.Single(Unpacked.Members(record)).File!.Bytes.ToArray());
    }

    private static byte[] Deflated(Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var stream = open(bytes))
            stream.Write(Html);
        return bytes.ToArray();
    }
}
