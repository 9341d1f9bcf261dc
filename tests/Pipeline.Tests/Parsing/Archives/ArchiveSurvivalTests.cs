using CsCheck;
using Pipeline.Parsing.Formats;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class ArchiveSurvivalTests
{
    private static readonly byte[][] Archives =
    [
        Zip(("one.md", Bytes(Post)), ("two/three.md", Bytes(Post))),
        Tar(("one.md", Bytes(Post)), ("link", null)),
        Gzip(Tar(("one.md", Bytes(Post)), ("link", null))),
        Gzip(Bytes(Post)),
        WarcRecord("response", "https://example.org/a",
            Http("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked", Bytes("5\r\nhello\r\n0\r\n\r\n"))),
        Bytes("{\"uri\":\"a\",\"headline\":\"b\"}\n{\"id\":\"c\",\"title\":\"d\"}\n"),
    ];

    [Fact]
    public void Reads_or_refuses_an_archive_whatever_bytes_of_it_are_changed() =>
        Gen.Select(Gen.Int[0, Archives.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 8]).Sample(
            (archive, changes) =>
            {
                var bytes = Archives[archive].ToArray();
                foreach (var (at, value) in changes)
                    bytes[at % bytes.Length] = value;
                ReadAll(bytes);
            },
            iter: 3_000);

    [Fact]
    public void Reads_or_refuses_an_archive_that_breaks_off_anywhere()
    {
        foreach (var archive in Archives)
        {
            for (var length = 1; length < archive.Length; length += 1 + (archive.Length / 400))
                ReadAll(archive[..length]);
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        Bounded.Survives(bytes);
        if (Unpacked.Parse(bytes) is ParseResult.Archive archive)
            Assert.All(archive.Members, member => Assert.True(member.File is null != member.Refusal is null));
    }
}
