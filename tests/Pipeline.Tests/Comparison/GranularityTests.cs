using Pipeline.Comparison;

namespace Pipeline.Tests.Comparison;

public sealed class GranularityTests
{
    [Fact]
    public void Long_texts_are_compared_line_by_line()
    {
        var older = Lines(4_000, number => $"Line {number} has five words.");
        var newer = older.Replace("Line 7 has", "Line 7 had", StringComparison.Ordinal);

        Assert.Equal(
            [(RunKind.Removed, "\nLine 7 has five words."), (RunKind.Added, "\nLine 7 had five words.")],
            TextRuns.Between(older, newer).Where(run => run.Kind != RunKind.Kept).Select(run => (run.Kind, run.Text)));
        Assert.Equal([new PassageChange("Line 7 has five words.", "Line 7 had five words.")], PassageChange.Between(older, newer));
    }

    [Fact]
    public void Texts_of_too_many_lines_are_one_change()
    {
        var older = Lines(20_000, number => $"a{number}");
        var newer = Lines(20_000, number => $"b{number}");

        Assert.Equal([(RunKind.Removed, older), (RunKind.Added, newer)],
            TextRuns.Between(older, newer).Select(run => (run.Kind, run.Text)));
        Assert.Equal([new PassageChange(older, newer)], PassageChange.Between(older, newer));
    }

    [Fact]
    public void The_same_text_is_no_change_however_long()
    {
        var text = Lines(20_000, number => $"a{number}");

        Assert.Equal([RunKind.Kept], TextRuns.Between(text, text).Select(run => run.Kind));
        Assert.Empty(PassageChange.Between(text, text));
    }

    private static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(1, count).Select(line));
}
