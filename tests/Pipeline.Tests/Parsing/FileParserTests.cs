using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Bounds;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using Pipeline.Tests.Parsing.Archives;
using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing;

/// <summary>Whatever a file holds, the others of its archive and of its folder go on.</summary>
public class FileParserTests
{
    private static readonly ContentGuard Guard = new(NullLogger.Instance);

    [Fact]
    public void Comments_before_a_web_page_cost_nothing()
    {
        var page = string.Concat(Enumerable.Repeat("<!--a-->\n", 40)) + "<!doctype html><p>x";
        Bounded.Survives(Bytes(page));
    }

    [Fact]
    public void A_file_that_costs_too_much_is_rejected_with_that_reason()
    {
        var limits = new ParsingLimits { CpuTime = TimeSpan.FromTicks(1) };
        var feed = "<rss><channel>" + string.Concat(Enumerable.Repeat("<item><title>a</title></item>", 1_000)) + "</channel></rss>";
        var rejected = Assert.IsType<ParseResult.Rejected>(Unpacked.Parse(Bytes(feed), limits));
        Assert.Contains("processor time", rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Party \ud83d","content_text":"x"}]}""")]
    [InlineData("""{"uri":"a","headline":"Party \ud83d","body_text":"x","pubStatus":"usable"}""")]
    [InlineData("{\n\"title\": \"Party \\ud83d\"\n}\n\nText.\n")]
    [InlineData("---\ntitle: \"Party \\ud83d\"\n---\nText.\n")]
    [InlineData("---\ntitle: Party\nx: \"\\UFFFFFFFF\"\n---\nText.\n")]
    [InlineData("---\ntitle: Party\nx: !<> z\n---\nText.\n")]
    public void A_title_with_half_a_character_is_read(string file)
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(Unpacked.Parse(Bytes(file)));
        var entry = Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry;
        Assert.StartsWith("Party", entry.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(entry.Title!, char.IsSurrogate);
    }

    [Fact]
    public void A_wire_item_with_thousands_of_attributes_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 80_000).Select(i => $" a{i}='1'"));
        var item = $"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'{attributes}><contentMeta/></newsItem>";
        Assert.Contains("attributes", Assert.IsType<ParseResult.Rejected>(Unpacked.Parse(Bytes(item))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_library_throws_for_content_is_a_reason()
    {
        var rejected = Guard.Read("a/b", new CpuBudget(TimeSpan.FromMinutes(1)), () => throw new KeyNotFoundException("no such key"));
        Assert.Contains("no such key", Assert.IsType<ParseResult.Rejected>(rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_machine_did_to_an_expression_is_no_reason() =>
        Assert.Throws<RegexMatchTimeoutException>(() =>
            Guard.Read("a/b", new CpuBudget(TimeSpan.FromMinutes(1)), () => throw new RegexMatchTimeoutException()));

    [Fact]
    public void Members_before_a_broken_one_are_kept()
    {
        var members = Guard.ReadAll("a/b", new CpuBudget(TimeSpan.FromMinutes(1)), Broken()).ToList();
        Assert.Equal(["good", "the rest of the archive"], members.Select(member => member.Name));
        Assert.Contains("no such key", members[1].Refusal, StringComparison.Ordinal);

        static IEnumerable<ArchiveMember> Broken()
        {
            yield return new ArchiveMember("good", new DroppedFile("a/b!/good", Bytes(Post)), null);
            throw new KeyNotFoundException("no such key");
        }
    }

    [Fact]
    public void A_damaged_body_refuses_its_record_alone()
    {
        byte[] damaged = [0x1b, 0x00, 0xff, 0xfe, 0xfd, 0xfc, 0xfb, 0xfa, 0x01, 0x02, 0x03];
        var members = Unpacked.Members(
        [
            .. WarcRecord("response", "https://example.org/a", Http("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", damaged)),
            .. WarcRecord("response", "https://example.org/b", Http("200 OK", "Content-Type: text/html", Bytes("<p>fine"))),
        ]);
        Assert.NotNull(members[0].Refusal);
        Assert.NotNull(members[1].File);
    }

    [Fact]
    public void A_compressed_archive_with_any_byte_changed_is_read_or_refused()
    {
        var records = Enumerable.Range(0, 40).Select(
            i => WarcRecord("response", $"https://example.org/{i}", Http("200 OK", "Content-Type: text/html", Bytes(Page(i)))));
        var archive = Gzip([.. records]);
        for (var at = 20; at < archive.Length; at += 7)
        {
            var changed = (byte[])archive.Clone();
            changed[at] ^= 0x55;
            if (Unpacked.Parse(changed) is ParseResult.Archive read)
                Assert.All(read.Members, member => Assert.True(member.File is null != member.Refusal is null));
        }

        static string Page(int i) => string.Concat(Enumerable.Range(i * 31, 60).Select(word => $"<p>word{word * 7919 % 1000}"));
    }

    [Fact]
    public void Members_of_one_name_are_told_apart_in_time_that_grows_with_their_number()
    {
        var members = Unpacked.Members(Zip([.. Enumerable.Repeat(("a", Bytes("x")), 10_000)]));
        Assert.Equal(10_000, members.Select(member => member.Name).Distinct().Count());
        Assert.Equal("a (10000)", members[^1].Name);
    }

    [Fact]
    public void Archives_in_archives_share_one_budget()
    {
        var limits = new ParsingLimits { ArchiveMembers = 50, ArchiveBytes = 1 << 20 };
        var inner = Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}", Bytes("x")))]);
        var outer = Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.zip", inner))]);
        Assert.Equal(50, CountRead(outer, limits));
    }

    [Fact]
    public void What_archives_in_archives_unpack_to_is_counted_together()
    {
        var limits = new ParsingLimits { ArchiveBytes = 3 << 20, ArchiveRatio = 100_000 };
        var inner = Zip(("a", new byte[1 << 20]));
        var outer = Zip([.. Enumerable.Range(0, 20).Select(i => ($"{i}.zip", inner))]);
        Assert.InRange(CountRead(outer, limits), 20, 23);
    }

    private static int CountRead(byte[] archive, ParsingLimits limits)
    {
        var parser = new FileParser(new ParsingSettings { Limits = limits });
        return Count(new DroppedFile("a/b", archive));

        int Count(DroppedFile file) => parser.Parse(file) is ParseResult.Archive read
            ? read.Members.Sum(member => member.File is { } inner ? 1 + Count(inner) : 0)
            : 0;
    }
}
