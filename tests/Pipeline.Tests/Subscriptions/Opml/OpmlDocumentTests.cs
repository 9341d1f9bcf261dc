using System.Text;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Tests.Subscriptions.Opml;

public class OpmlDocumentTests
{
    // Groups as outlines with text and title, feeds with all four attributes: most web readers.
    private const string Grouped =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="1.0">
          <head><title>Anna's subscriptions</title></head>
          <body>
            <outline text="Coast" title="Coast">
              <outline type="rss" text="Harbour &amp; Ferry" title="Harbour &amp; Ferry" xmlUrl="https://harbour.example/feed.xml"
                htmlUrl="https://harbour.example/"/>
              <outline text="Islands" title="Islands">
                <outline type="rss" text="Lighthouse" xmlUrl="https://lighthouse.example/atom" htmlUrl="https://lighthouse.example/"/>
              </outline>
            </outline>
            <outline type="rss" text="Valley" title="Valley" xmlUrl="https://valley.example/rss" htmlUrl="https://valley.example/"/>
          </body>
        </opml>
        """;

    // A feed is an outline that holds an outline, with attributes of its own namespace: mail programs.
    private const string Nested =
        """
        <opml version="1.0" xmlns:fz="urn:forumzilla:">
          <head><title>Feeds of a mail program</title><dateCreated>Mon, 02 Mar 2026 09:00:00 GMT</dateCreated></head>
          <body>
            <outline title="News"><outline type="rss" title="Harbour" text="Harbour" version="RSS" fz:quickMode="false"
              fz:options='{"version":2}' xmlUrl="http://harbour.example/feed.xml" htmlUrl="http://harbour.example"/></outline>
            <outline title="Lighthouse"><outline type="rss" title="Lighthouse" version="RSS"
              xmlUrl="http://lighthouse.example/atom"/></outline>
          </body>
        </opml>
        """;

    // Names in other cases, a byte order mark, feed: addresses, links, an ampersand that is not escaped: old readers of the desktop.
    private const string Old =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <OPML VERSION="1.1">
          <HEAD><TITLE>mySubscriptions</TITLE></HEAD>
          <BODY>
            <OUTLINE TEXT="Harbour & Ferry" TYPE="rss" XMLURL="feed://harbour.example/feed.xml?a=1&amp;b=2" />
            <outline text="Only a page" htmlurl="https://page.example/" />
            <outline text="A link" type="link" url="https://link.example/feed" />
            <outline text="A file" type="rss" xmlUrl="file:///etc/passwd" />
            <outline text="Twice" type="rss" xmlUrl="http://harbour.example/feed.xml?a=1&amp;b=2" />
          </BODY>
        </OPML>
        """;

    [Fact]
    public void Reads_the_groups_and_titles_of_a_web_readers_export() => Assert.Equal(
        [
            "Coast|Harbour & Ferry|https://harbour.example/feed.xml", "Coast/Islands|Lighthouse|https://lighthouse.example/atom",
            "|Valley|https://valley.example/rss",
        ],
        Lines(Grouped));

    [Fact]
    public void Reads_the_nested_outlines_of_a_mail_programs_export() => Assert.Equal(
        ["News|Harbour|http://harbour.example/feed.xml", "Lighthouse|Lighthouse|http://lighthouse.example/atom"], Lines(Nested));

    [Fact]
    public void Reads_the_malformed_export_of_an_old_reader_and_says_which_line_it_leaves()
    {
        var list = Read("\ufeff" + Old).ReadList();

        Assert.Equal(
            ["http://harbour.example/feed.xml?a=1&b=2", "https://page.example/", "https://link.example/feed"],
            list.Subscriptions.Select(subscription => subscription.Address.AbsoluteUri));
        Assert.Equal(["A file is not followed: file:///etc/passwd is no address of http or https"], list.Notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<rss version='2.0'><channel/></rss>")]
    [InlineData("<html><body>no</body></html>")]
    [InlineData("{}")]
    public void Takes_nothing_else_for_a_list(string text) => Assert.Null(OpmlDocument.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Expands_no_entity_and_reads_no_file() => Assert.Empty(Lines(
        """<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body><outline xmlUrl="&x;"/></body></opml>"""));

    [Fact]
    public void Writes_what_it_reads()
    {
        var listed = Read(Grouped).ReadList().Subscriptions.Append(
            new Subscription(new Uri("https://agency.example/all")) { Title = "Agency", Source = "agency" }).ToList();

        var again = OpmlDocument.Read(OpmlDocument.Write(listed, address => address.OriginalString))!.ReadList();

        Assert.Equal(listed, again.Subscriptions);
    }

    [Fact]
    public void Adds_and_removes_one_feed_and_keeps_what_else_the_list_holds()
    {
        var document = Read(Nested);
        var added = new Subscription(new Uri("https://valley.example/rss"));
        document.Add(added);
        document.Add(added);

        Assert.True(document.Remove(new Subscription(new Uri("http://harbour.example/feed.xml")).Id));
        Assert.False(document.Remove("nothing"));
        var text = Encoding.UTF8.GetString(document.ToBytes());
        Assert.Contains("dateCreated", text, StringComparison.Ordinal);
        Assert.Equal(["http://lighthouse.example/atom", "https://valley.example/rss"], OpmlDocument.Read(document.ToBytes())!.ReadList()
            .Subscriptions.Select(subscription => subscription.Address.AbsoluteUri));
    }

    private static OpmlDocument Read(string text) => OpmlDocument.Read(Encoding.UTF8.GetBytes(text))!;

    private static IEnumerable<string> Lines(string text) => Read(text).ReadList().Subscriptions
        .Select(subscription => $"{subscription.Group}|{subscription.Title}|{subscription.Address}");
}
