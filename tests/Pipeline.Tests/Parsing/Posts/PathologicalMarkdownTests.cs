using System.Text;
using Pipeline.Bounds;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Posts;

/// <summary>Texts that cost Markdown renderers minutes: marks that nothing closes, each of which looks for its end.</summary>
public sealed class PathologicalMarkdownTests
{
    private const int Length = 100_000;

    private static readonly TimeSpan MaxCpu = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("*a **a ")]
    [InlineData("a**b c* ")]
    [InlineData("*_")]
    [InlineData("_a __a ***a ")]
    [InlineData("~~a ~b ")]
    [InlineData("^a ++b ==c ")]
    [InlineData("**a *b _c ** d_ *e")]
    [InlineData("[")]
    [InlineData("[a")]
    [InlineData("![")]
    [InlineData("![[]()")]
    [InlineData("[a](<b")]
    [InlineData("[a](b \"")]
    [InlineData("[a][b")]
    [InlineData("[]: x\n")]
    [InlineData("[^1]: a\n[^1]\n")]
    [InlineData("[a]: <b\n")]
    [InlineData("`a ``b ```c ")]
    [InlineData("`\\")]
    [InlineData("<a b=\"")]
    [InlineData("<a ")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<?")]
    [InlineData("<!A ")]
    [InlineData("<![CDATA[")]
    [InlineData("<http://a")]
    [InlineData("http://a.b/(")]
    [InlineData("www.a.b ")]
    [InlineData("mailto:a@b.c ")]
    [InlineData("&#")]
    [InlineData("&a")]
    [InlineData("\\")]
    [InlineData("a  \n")]
    [InlineData("> ")]
    [InlineData(">\n> > a\n")]
    [InlineData("* ")]
    [InlineData("1. ")]
    [InlineData("- a\n - b\n  - c\n")]
    [InlineData("- [ ] a\n")]
    [InlineData("    a\n\n")]
    [InlineData("\t")]
    [InlineData("a\n===\n")]
    [InlineData("#")]
    [InlineData("```\n")]
    [InlineData("~~~a\n")]
    [InlineData("|")]
    [InlineData("|:")]
    [InlineData("|a|b|\n|-|-|\n")]
    [InlineData("+--+\n|a |\n")]
    [InlineData("+=+")]
    [InlineData("a\n: b\n")]
    [InlineData("^^^\na\n")]
    [InlineData(":::a\n")]
    [InlineData("\\[a](b)*c*`d`<e>&f;\n")]
    public void Costs_seconds_at_the_most(string repeated)
    {
        var body = string.Concat(Enumerable.Repeat(repeated, Length / repeated.Length));
        var file = new DroppedFile("blog/post.md", Encoding.UTF8.GetBytes($"---\ntitle: x\n---\n{body}\n"));
        var started = ThreadCpuClock.Elapsed;
        var read = new FileParser(new ParsingSettings()).Parse(file);
        Assert.True(ThreadCpuClock.Elapsed - started < MaxCpu, $"{(ThreadCpuClock.Elapsed - started).TotalSeconds:0.0} s");
        Assert.True(read is ParseResult.Parsed or ParseResult.Rejected { Reason.Length: > 0 });
    }
}
