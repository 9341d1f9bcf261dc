using System.Text;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing;

/// <summary>What the fuzz program found: a field that is filled with a few characters again and again until it has 300 KB.</summary>
public sealed class PumpedFieldTests
{
    private const int PumpedBytes = 300_000;
    private const int MaxMegabytes = 300;

    // The fuzz program allows two; here the code is compiled for debugging.
    private static readonly TimeSpan MaxCpu = TimeSpan.FromSeconds(3);

    private const string Page = "<!doctype html><title>More ferries run from May</title><body>";

    [Theory]
    [InlineData("---\ntitle: x\n---\n", "|:", "")]
    [InlineData("---\ntitle: x\n---\n", ":|\n", "")]
    [InlineData("---\ntitle: x\n---\n", "[", "")]
    [InlineData("---\ntitle: x\n---\n", "a:", "\n")]
    [InlineData("---\ntitle: x\n---\n", ")ss", ": a\n")]
    [InlineData("---\ntitle: x\nlink: https://a.example/b\n---\n<img src=", " ", "\"https://a.example/c.png\">\n<p>text</p>")]
    [InlineData("{\"id\": \"1\", \"title\": \"x\"}\n{\"id\"", "$\nQ", ": \"2\"}\n")]
    [InlineData("---\ntitle: x\n---\n", "- ", "text\n")]
    [InlineData("---\ntitle: x\n---\n", "```\na\n", "text")]
    [InlineData("---\ntitle: x\n---\n", "`", "\ntext")]
    [InlineData("---\ntitle: x\n---\n<p>text</p>", "]]>a <?a ", "")]
    [InlineData("---\ntitle: x\n---\n", "> ", "text\n")]
    [InlineData("---\ntitle: x\n---\n", "> www.a.b\n", "")]
    [InlineData("---\ntitle: x\n---\n", "\n:::a\n", "")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><author><name>", "ア", "</name></author></entry></feed>")]
    [InlineData("<!doctype html><title>x</title><body><h1>x</h1>", "<p '", "")]
    [InlineData("<!doctype html><title>x</title><body><h1>x</h1>", "\\ud83d-1<p '", "<p>A story has a sentence that is long enough.</p>")]
    [InlineData("<!doctype html><title>x</title><body><h1>x</h1>", "<p>some text", "")]
    [InlineData("<!doctype html><meta http-equiv=Content-Type content=", "a", "><title>x</title><body><h1>x</h1><p>some text")]
    [InlineData("---\ntitle: x\n---\n<p>text</p><meta http-equiv=Content-Type content=", "a", ">")]
    [InlineData("<!doctype html><title>x</title><body><h1>", "a | ", "</h1><p>A story has a sentence that is long enough.</p>")]
    [InlineData("<!doctype html><title>", "_a", "</title><body><h1>x</h1><p>A story has a sentence that is long enough.</p>")]
    [InlineData(Page, "<base class=x> words ", "")]
    [InlineData(Page, "<b>über.example, die ", "")]
    [InlineData(Page, "<h1><nav>More ferries run from May ", "")]
    [InlineData(Page + "<h1>", "<div>12 May 2026</div> and and ", "")]
    [InlineData(Page + "<h1>More ferries run from May</h1>", "<br><time class=author>Photo: Ann Lee ", "")]
    [InlineData(Page + "<h1>More ferries run from May</h1>", "<pre>[</pre>and ", "")]
    [InlineData(Page + "<h1>More ferries run from May</h1>", "</p>aa", "")]
    [InlineData("---\ntitle: x\nlink: https://a.example/\n---\n<figure>", "](<img src=\"/№.jpg\">[", "</figure>")]
    [InlineData("<nitf><head><title>x</title></head><body><body.content><p>", "www.a.b-->:", "</p></body.content></body></nitf>")]
    [InlineData("<rss version='2.0'>", "<entry xml:lang='de-at'>", "</rss>")]
    [InlineData("<rss><channel><item><title>x</title><description>", "|a", "</description></item></channel></rss>")]
    public void Costs_at_the_most_seconds(string start, string repeated, string end)
    {
        var pumped = string.Concat(Enumerable.Range(0, PumpedBytes / Encoding.UTF8.GetByteCount(repeated))
            .Select(number => repeated.Replace("№", $"{number}", StringComparison.Ordinal)));
        var file = new DroppedFile("fuzz/file", Encoding.UTF8.GetBytes(start + pumped + end));
        // A second time, as the first also compiles what it runs.
        _ = Measure(file);
        var (cpu, megabytes) = Measure(file);
        Assert.True(cpu < MaxCpu && megabytes < MaxMegabytes, $"{repeated}: {cpu.TotalSeconds:0.0} s, {megabytes} MB");
    }

    private static (TimeSpan Cpu, long Megabytes) Measure(DroppedFile file)
    {
        var (started, bytes) = (ThreadCpuClock.Elapsed, GC.GetAllocatedBytesForCurrentThread());
        if (new FileParser(new ParsingSettings()).Parse(file) is ParseResult.Parsed parsed)
        {
            foreach (var readable in parsed.Entries.OfType<ParsedEntry.Readable>())
                _ = new ArticleEnricher(new EnrichmentSettings()).Enrich(
                    readable.Entry, new EntryOrigin(file.Path, "1", 0), "fuzz", DateTimeOffset.UnixEpoch);
        }

        return (ThreadCpuClock.Elapsed - started, (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1_000_000);
    }
}
