using System.Text;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Parsing.Pages;

/// <summary>Pages of 300 KB in which one thing stands thousands of times cost memory in proportion to their size. Before there were bounds
/// each of these took gigabytes, as every element was read with all that it holds, and nothing was closed.</summary>
public class HostilePageTests
{
    private const int Size = 300_000;

    // What a person's machine has to spare for one file; the fuzzer calls more of it harm too.
    private const long MaxBytes = 300_000_000;

    private const string Title = "More ferries run from May";

    public static TheoryData<string, string> Repeated => new()
    {
        { "<body>", "<base class=x> words " },
        { "<body>", "<b>über.example, die " },
        { "<body>", $"<h1><nav>{Title} " },
        { "<body><h1>", "<div>12 May 2026</div> and and " },
        { $"<body><h1>{Title}</h1>", "<br><time class=author>Photo: Ann Lee " },
        { $"<body><h1>{Title}</h1>", "<pre>[</pre>and " },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Memory_grows_no_faster_than_the_page(string before, string repeated)
    {
        var page = $"<html><head><title>{Title}</title></head>{before}"
            + string.Concat(Enumerable.Repeat(repeated, Size / repeated.Length));
        var file = new DroppedFile("hostile/page.html", Encoding.UTF8.GetBytes(page));
        var parser = new FileParser(new ParsingSettings());
        // The first page also makes what all pages share.
        parser.Parse(file);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.IsNotType<ParseResult.Archive>(parser.Parse(file));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MaxBytes);
    }
}
