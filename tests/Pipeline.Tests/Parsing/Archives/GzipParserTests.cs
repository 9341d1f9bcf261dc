using Pipeline.Parsing;
using Pipeline.Parsing.Formats;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class GzipParserTests
{
    [Fact]
    public void Unpacks_a_single_file_under_its_name_without_the_ending()
    {
        var member = Assert.Single(Unpacked.Members(Gzip(Bytes(Post)), path: "wire/post.md.gz"));

        Assert.Equal("wire/post.md.gz!/post.md", member.File!.Path);
        Assert.Equal(Post, Unpacked.Text(member));
    }

    [Fact]
    public void Unpacks_a_tape_archive_and_refuses_its_links()
    {
        var members = Unpacked.Members(Gzip(Tar(("one.md", Bytes(Post)), ("link", null), ("two.md", Bytes("x")))));

        Assert.Equal(["one.md", "link", "two.md"], members.Select(member => member.Name));
        Assert.Equal(Post, Unpacked.Text(members[0]));
        Assert.Equal("it is a link and no file", members[1].Refusal);
    }

    [Fact]
    public void Unpacks_a_tape_archive_that_is_not_compressed()
    {
        Assert.Equal(Post, Unpacked.Text(Assert.Single(Unpacked.Members(Tar(("one.md", Bytes(Post)))))));
    }

    [Fact]
    public void Ends_a_broken_tape_archive_with_a_refusal()
    {
        var tar = Tar(("one.md", Bytes(Post)), ("two.md", new byte[4000]));

        Assert.StartsWith("damaged: ", Unpacked.Members(Gzip(tar[..^5000]))[^1].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_what_there_is_of_a_file_that_breaks_off_and_says_so()
    {
        var post = Post + string.Concat(Enumerable.Range(0, 5_000).Select(number => $"{number} "));
        var packed = Gzip(Bytes(post));

        var member = Assert.Single(Unpacked.Members(packed[..(packed.Length * 9 / 10)]));

        Assert.StartsWith(Post, Unpacked.Text(member), StringComparison.Ordinal);
        var parsed = Assert.IsType<ParseResult.Parsed>(new FileParser(new ParsingSettings()).Parse(member.File!));
        Assert.Equal("A post", Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry.Title);
        Assert.Equal(["damaged: the compressed data breaks off"], parsed.Notes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Notices_that_only_the_checksum_is_missing(int bytes) =>
        Assert.NotEmpty(Assert.Single(Unpacked.Members(Gzip(Bytes(Post))[..^bytes])).File!.Notes);

    [Fact]
    public void Refuses_a_file_that_breaks_off_before_its_first_byte() =>
        Assert.Equal("damaged: the compressed data breaks off", Assert.Single(Unpacked.Members(Gzip(Bytes(Post))[..10])).Refusal);

    [Fact]
    public void Takes_several_parts_in_a_row_for_one_whole_file()
    {
        var member = Assert.Single(Unpacked.Members(Gzip(Bytes(Post), Bytes("Its second part."))));

        Assert.Equal(Post + "Its second part.", Unpacked.Text(member));
        Assert.Empty(member.File!.Notes);
    }

    [Fact]
    public void Refuses_a_bomb()
    {
        var member = Assert.Single(Unpacked.Members(Gzip(new byte[5_000_000])));

        Assert.Contains("200 times its size", member.Refusal, StringComparison.Ordinal);
    }
}
