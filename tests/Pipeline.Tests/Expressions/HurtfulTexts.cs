using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pipeline.Tests.Expressions;

/// <summary>Long texts that make an expression try the same characters again and again, if anything does.</summary>
internal static class HurtfulTexts
{
    private const int Samples = 12;
    private const string AlwaysTried = " \n\ta0A.,-_<>&'\"/:(é漢";

    /// <summary>Those of <see cref="For"/> over which the expression took longest when they were short.</summary>
    public static IEnumerable<string> Worst(Regex expression, int count, int length)
    {
        const int ShortLength = 2_000;
        var slowest = For(expression, ShortLength).Select((text, at) => (At: at, Ticks: Time(expression, text))).OrderByDescending(
            timed => timed.Ticks)
            .Take(count).Select(timed => timed.At).ToHashSet();
        return For(expression, length).Where((_, at) => slowest.Contains(at));
    }

    /// <summary>
    /// Each repetition pumped behind what leads to it, beginnings of a match one after the other, and every character and pair;
    /// always in the same order.
    /// </summary>
    private static IEnumerable<string> For(Regex expression, int length)
    {
        var pattern = PatternReader.Read(expression.ToString(), expression.Options);
        var random = new Random(1);
        string[] samples = [
            .. Enumerable.Range(0, Samples).Select(_ => pattern.Sample(random)).Where(sample => sample.Length > 0).Distinct()];
        var alphabet = samples.SelectMany(sample => sample).Concat(AlwaysTried).Distinct().ToArray();
        IEnumerable<string> pumps =
        [
            .. samples,
            .. samples.Select(sample => sample[..^1]),
            .. samples.Select(sample => sample[..((sample.Length + 1) / 2)]),
            .. pattern.Loops().Select(loop => pattern.Sample(random, loop)),
            .. samples.SelectMany(sample => sample.Zip(sample.Skip(1), (a, b) => $"{a}{b}")),
            .. alphabet.Select(character => character.ToString()),
        ];
        return pumps.Where(pump => pump.Length > 0).Distinct().Select(pump => Repeat(pump, length))
            .Concat(pattern.Loops().SelectMany(loop => Enumerable.Range(0, 3).Select(_ => pattern.Sample(random, loop, length))))
            // The last character fits nothing, so that every way through the text has to be tried.
            .SelectMany(text => new[] { $"{text}\u0001", $"{alphabet[0]}{text}\u0001{samples.FirstOrDefault()}" });
    }

    private static long Time(Regex expression, string text)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            _ = expression.Count(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return long.MaxValue;
        }

        return Stopwatch.GetTimestamp() - started;
    }

    private static string Repeat(string pump, int length) => string.Concat(Enumerable.Repeat(pump, length / pump.Length));
}
