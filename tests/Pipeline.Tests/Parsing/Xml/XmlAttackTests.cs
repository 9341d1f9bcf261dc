using System.Text;
using Pipeline.Bounds;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Xml;

/// <summary>The attacks that XML parsers are known for: none reads a file, asks a server, or grows beyond what came.</summary>
public sealed class XmlAttackTests : IDisposable
{
    private const string Secret = "quokka-in-the-vault";

    private static readonly TimeSpan MaxCpu = TimeSpan.FromSeconds(3);

    private readonly string path = Path.GetTempFileName();

    public XmlAttackTests() => File.WriteAllText(path, Secret);

    public void Dispose() => File.Delete(path);

    public static TheoryData<string> Documents =>
    [
        // An entity that is a file, a server, or a device, in text and in an attribute.
        Rss("""[<!ENTITY x SYSTEM "FILE">]""", "a &x; b"),
        Rss("""[<!ENTITY x PUBLIC "-//X//EN" "FILE">]""", "&x;"),
        Rss("""[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]""", "&x;"),
        Rss("""[<!ENTITY x SYSTEM "file:///dev/zero">]""", "&x;"),
        """<!DOCTYPE feed [<!ENTITY x SYSTEM "FILE">]><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>&x;</id>"""
            + """<title>&x;</title><link href="https://a.example/&x;"/></entry></feed>""",
        // A document type from outside, and parameter entities that build one.
        Rss("SYSTEM \"FILE\"", "a"),
        Rss("""[<!ENTITY % f SYSTEM "FILE"><!ENTITY % e "<!ENTITY x '%f;'>">%e;]""", "&x;"),
        Rss("""[<!ENTITY % d SYSTEM "http://127.0.0.1:9/d.dtd">%d;]""", "&x;"),
        // What other processors would follow.
        Rss("", """<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="FILE" parse="text"/>"""),
        """<?xml-stylesheet type="text/xsl" href="FILE"?><rss><channel><item><title>a</title></item></channel></rss>""",
        """<rss xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="FILE"><channel><item>"""
            + "<title>a</title></item></channel></rss>",
        // The same before wire and before what no parser knows.
        """<!DOCTYPE nitf [<!ENTITY x SYSTEM "FILE">]><nitf><head><title>&x;</title></head><body><body.content><p>&x;</p>"""
            + "</body.content></body></nitf>",
        """<!DOCTYPE newsItem [<!ENTITY x SYSTEM "FILE">]><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="&x;">"""
            + "<contentMeta><headline>&x;</headline></contentMeta></newsItem>",
        """<!DOCTYPE other [<!ENTITY x SYSTEM "FILE">]><other>&x;</other>""",
        // Entities of entities, one long entity many times, and one that names itself.
        Laughs(), Blowup(),
        Rss("""[<!ENTITY x "&y;"><!ENTITY y "&x;">]""", "&x;"),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_from_outside_comes_in_and_nothing_grows(string document)
    {
        var (started, bytes) = (ThreadCpuClock.Elapsed, GC.GetAllocatedBytesForCurrentThread());
        var file = new DroppedFile("attack/file.xml", Encoding.UTF8.GetBytes(document.Replace("FILE", new Uri(path).AbsoluteUri)));
        var read = GoldenJson.Of(new FileParser(new ParsingSettings()).Parse(file));
        Assert.DoesNotContain(Secret, read, StringComparison.Ordinal);
        Assert.True(read.Length < 100_000, $"{read.Length} characters");
        Assert.True(ThreadCpuClock.Elapsed - started < MaxCpu);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - bytes < 300_000_000);
    }

    [Fact]
    public void Nothing_comes_in_by_another_encoding_either()
    {
        var document = "<?xml version=\"1.0\" encoding=\"utf-16\"?>"
            + Rss("""[<!ENTITY x SYSTEM "FILE">]""", "&x;").Replace("FILE", new Uri(path).AbsoluteUri);
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(document)];
        var read = GoldenJson.Of(new FileParser(new ParsingSettings()).Parse(new DroppedFile("attack/file.xml", bytes)));
        Assert.DoesNotContain(Secret, read, StringComparison.Ordinal);
    }

    private static string Rss(string type, string title) =>
        $"<!DOCTYPE rss {type}><rss><channel><item><title>{title}</title></item></channel></rss>";

    private static string Laughs() =>
        Rss($"[<!ENTITY l0 \"ha\">{string.Concat(Enumerable.Range(1, 12).Select(
            level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">"))}]", "&l12;");

    private static string Blowup() =>
        Rss($"[<!ENTITY x \"{new string('a', 50_000)}\">]", string.Concat(Enumerable.Repeat("&x;", 50_000)));
}
