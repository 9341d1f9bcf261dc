using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class WarcParserTests
{
    private static readonly byte[] Html = Bytes("<html><body><p>A page.</p></body></html>");

    private static readonly byte[][] Records =
    [
        WarcRecord("request", "https://example.org/a", Bytes("GET /a HTTP/1.1\r\n\r\n")),
        WarcRecord("response", "https://example.org/a", Http("200 OK", "Content-Type: text/html; charset=utf-8", Html)),
        WarcRecord("response", "https://example.org/gone", Http("404 Not Found", "Content-Type: text/html", Html)),
        WarcRecord("response", "https://example.org/logo", Http("200 OK", "Content-Type: image/png", [1, 2, 3])),
        WarcRecord("response", "https://example.org/b",
            Http("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", Chunked(Gzip(Html)))),
        WarcRecord("response", "https://example.org/c",
            Http("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br", Html)),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unpacks_the_pages_with_their_addresses_and_types(bool compressed)
    {
        var members = Unpacked.Members(compressed ? Gzip(Records) : [.. Records.SelectMany(record => record)]);

        Assert.Equal(
            ["https://example.org/a", "https://example.org/gone", "https://example.org/logo", "https://example.org/b",
                "https://example.org/c"], members.Select(member => member.Name));
        Assert.Equal(new Uri("https://example.org/a"), members[0].File!.Address);
        Assert.Equal("text/html; charset=utf-8", members[0].File!.ContentType);
        Assert.Equal(
            ["the server answered 404: no page", "image/png is no text"], members.Select(member => member.Refusal).OfType<string>());
        Assert.All(members.Where(member => member.File is not null), member => Assert.Equal(Html, member.File!.Bytes.ToArray()));
    }

    [Fact]
    public void Ends_with_a_refusal_where_a_record_is_not_found()
    {
        var members = Unpacked.Members([.. Records[1], .. "neither a record nor an end\r\n\r\n"u8]);

        Assert.Equal("damaged: a record does not begin where the one before it ends", members[^1].Refusal);
    }

    [Fact]
    public void Says_that_a_page_is_not_whole_where_the_archive_breaks_off_inside_it()
    {
        var member = Assert.Single(Unpacked.Members(Records[1][..^20]));

        Assert.Equal(["damaged: the archive breaks off inside this record"], member.File!.Notes);
    }

    [Fact]
    public void Hands_on_the_language_that_the_server_declared()
    {
        var member = Assert.Single(Unpacked.Members(
            WarcRecord("response", "https://example.org/a", Http("200 OK", "Content-Type: text/html\r\nContent-Language: de", Html))));

        Assert.Equal("de", member.File!.ContentLanguage);
    }

    private static byte[] Chunked(byte[] body) =>
        [.. Bytes($"{10:x}\r\n"), .. body[..10], .. Bytes($"\r\n{body.Length - 10:x}\r\n"), .. body[10..], .. "\r\n0\r\n\r\n"u8];
}
