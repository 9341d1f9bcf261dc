using static Pipeline.Tests.Parsing.Archives.Packed;

namespace Pipeline.Tests.Parsing.Archives;

public class JsonLinesParserTests
{
    private const string Ninjs = """{"uri":"urn:example:1","type":"text","headline":"One","body_text":"Text."}""";

    private const string FeedItem = """{"id":"2","url":"https://example.org/2","title":"Two","content_html":"<p>Text.</p>"}""";

    [Fact]
    public void Takes_each_line_for_a_file_and_refuses_one_that_is_none()
    {
        var members = Unpacked.Members(Bytes($"{Ninjs}\n\n{FeedItem}\r\nno json\n"), path: "wire/items.jsonl");

        Assert.Equal(["line 1", "line 3", "line 4"], members.Select(member => member.Name));
        Assert.Equal(Ninjs, Unpacked.Text(members[0]));
        Assert.Equal("the line is no JSON object", members[2].Refusal);
    }

    [Fact]
    public void Puts_a_single_feed_item_into_a_feed()
    {
        var member = Unpacked.Members(Bytes($"{FeedItem}\n{FeedItem}"))[0];

        Assert.Equal($$"""{"version":"https://jsonfeed.org/version/1.1","items":[{{FeedItem}}]}""", Unpacked.Text(member));
    }

    [Fact]
    public void Stops_after_as_many_lines_as_are_allowed()
    {
        var members = Unpacked.Members(Bytes($"{Ninjs}\n{Ninjs}\n{Ninjs}\n{Ninjs}"), new() { ArchiveMembers = 2 });

        Assert.Equal([null, null, "the archive has more than 2 members: the rest is not read"], members.Select(member => member.Refusal));
    }
}
