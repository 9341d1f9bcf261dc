using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class ZipParserTests
{
    [Fact]
    public void Unpacks_each_file_under_the_path_of_its_archive()
    {
        var members = Unpacked.Members(Zip(("news/", []), ("news/one.md", Bytes(Post)), ("two.md", Bytes("x"))));

        Assert.Equal(["wire/archive!/news/one.md", "wire/archive!/two.md"], members.Select(member => member.File!.Path));
        Assert.Equal(Post, Unpacked.Text(members[0]));
        Assert.Equal("wire", members[0].File!.Source);
    }

    [Fact]
    public void Takes_a_name_that_climbs_out_of_the_archive_for_a_name()
    {
        var member = Assert.Single(Unpacked.Members(Zip(("../../etc/passwd", Bytes(Post)))));

        Assert.Equal("wire/archive!/../../etc/passwd", member.File!.Path);
    }

    [Fact]
    public void Gives_two_members_of_one_name_two_names()
    {
        var members = Unpacked.Members(Zip(("a", Bytes("1")), ("a", Bytes("2"))));

        Assert.Equal(["a", "a (2)"], members.Select(member => member.Name));
    }

    [Fact]
    public void Refuses_an_encrypted_member_and_reads_the_others()
    {
        var zip = Zip(("secret", Bytes("x")), ("open", Bytes("y")));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        var members = Unpacked.Members(zip);

        Assert.Equal("it is encrypted", members[0].Refusal);
        Assert.Equal("y", Unpacked.Text(members[1]));
    }

    [Fact]
    public void Refuses_a_bomb_and_names_what_it_left_unread()
    {
        var members = Unpacked.Members(Zip(("zeros", new byte[5_000_000]), ("after", Bytes(Post))));

        Assert.Contains("200 times its size", members[0].Refusal, StringComparison.Ordinal);
        Assert.Equal("not read: the archive passed a limit before", members[1].Refusal);
    }

    [Fact]
    public void Rejects_an_archive_with_more_members_than_allowed()
    {
        var zip = Zip(("a", []), ("b", []), ("c", []));

        var rejected = Assert.IsType<ParseResult.Rejected>(Unpacked.Parse(zip, new ParsingLimits { ArchiveMembers = 2 }));
        Assert.Equal("it has 3 members; the limit is 2", rejected.Reason);
    }

    [Fact]
    public void Unpacks_archives_in_archives_to_the_allowed_depth()
    {
        var zip = Zip(("inner", Zip(("post.md", Bytes(Post)))));

        Assert.IsType<ParseResult.Archive>(Unpacked.Parse(zip, path: "wire/a!/b!/c"));
        var rejected = Assert.IsType<ParseResult.Rejected>(Unpacked.Parse(zip, path: "wire/a!/b!/c!/d"));
        Assert.Equal("an archive inside 3 others: it is not unpacked beyond 2", rejected.Reason);
    }

    [Fact]
    public void Reaches_a_post_through_an_archive_of_another_kind_and_no_further()
    {
        var third = Zip(("post.md", Bytes(Post)));
        var second = Gzip(Tar(("post.md", Bytes(Post)), ("third.zip", third)));
        var outer = Assert.Single(Unpacked.Members(Zip(("second.tar.gz", second)), path: "wire/a"));

        var inner = Assert.IsType<ParseResult.Archive>(new FileParser(new ParsingSettings()).Parse(outer.File!)).Members.ToList();

        Assert.Equal("wire/a!/second.tar.gz!/post.md", inner[0].File!.Path);
        Assert.IsType<ParseResult.Parsed>(new FileParser(new ParsingSettings()).Parse(inner[0].File!));
        var last = Assert.IsType<ParseResult.Archive>(new FileParser(new ParsingSettings()).Parse(inner[1].File!)).Members.Single();
        Assert.IsType<ParseResult.Rejected>(new FileParser(new ParsingSettings()).Parse(last.File! with { Bytes = third }));
    }

    [Fact]
    public void Rejects_a_damaged_archive_in_words()
    {
        var zip = Zip(("post.md", Bytes(Post)));

        var rejected = Assert.IsType<ParseResult.Rejected>(Unpacked.Parse(zip[..(zip.Length / 2)]));
        Assert.StartsWith("the zip archive is damaged: ", rejected.Reason, StringComparison.Ordinal);
    }
}
