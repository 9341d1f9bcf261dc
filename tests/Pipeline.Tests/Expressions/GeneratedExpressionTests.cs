using System.Text.RegularExpressions;
using Pipeline.Bounds;
using Pipeline.Parsing;

namespace Pipeline.Tests.Expressions;

/// <summary>Expressions over foreign text take time in proportion to it, whatever the text.</summary>
public sealed class GeneratedExpressionTests
{
    // What a linear expression does in milliseconds costs a quadratic one seconds at this length: a busy machine can't blur that.
    private const int Length = 50_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Names => [.. GeneratedExpressions.In(typeof(FileParser).Assembly).Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Takes_time_in_proportion_to_the_text(string name)
    {
        var (_, expression) = GeneratedExpressions.In(typeof(FileParser).Assembly).Single(found => found.Name == name);
        foreach (var text in HurtfulTexts.Worst(expression, 6, Length))
            Assert.True(Enumerable.Range(0, 3).Any(_ => Time(expression, text) < Limit),
                $"{expression}\nis slow over: {text[..60]}…{text[^20..]}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_time_limit(string name)
    {
        var (_, expression) = GeneratedExpressions.In(typeof(FileParser).Assembly).Single(found => found.Name == name);
        Assert.InRange(expression.MatchTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(10));
    }

    private static TimeSpan Time(Regex expression, string text)
    {
        var started = ThreadCpuClock.Elapsed;
        try
        {
            _ = expression.Count(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // What it has used until then is measured like the rest: a busy machine lets an expression wait.
        }

        return ThreadCpuClock.Elapsed - started;
    }
}
