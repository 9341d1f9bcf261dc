using System.Text.RegularExpressions;

namespace Pipeline.Evaluation.Pages;

/// <summary>How far two texts agree, as the article extraction benchmark counts it: in runs of four words, with multiplicity.</summary>
/// <param name="Precision">The share of the read text's shingles that the true text has.</param>
/// <param name="Recall">The share of the true text's shingles that were read.</param>
internal sealed partial record ShingleScore(double Precision, double Recall)
{
    private const int Words = 4;

    public double F1 => Harmonic(Precision, Recall);

    /// <summary>By runs of word characters, as the benchmark has it.</summary>
    public static ShingleScore Compare(string truth, string read) => Compare(truth, read, Word());

    /// <summary>The same, with every character of Chinese, Japanese and Thai as a word of its own: those write no spaces.</summary>
    public static ShingleScore CompareCharacters(string truth, string read) => Compare(truth, read, WordOrCharacter());

    public static double Harmonic(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private static ShingleScore Compare(string truth, string read, Regex word)
    {
        var (expected, actual) = (Shingles(truth, word), Shingles(read, word));
        double shared = expected.Sum(shingle => Math.Min(shingle.Value, actual.GetValueOrDefault(shingle.Key)));
        return new ShingleScore(Share(shared, actual.Values.Sum()), Share(shared, expected.Values.Sum()));
    }

    private static double Share(double shared, double all) => all == 0 ? 0 : shared / all;

    private static Dictionary<string, int> Shingles(string text, Regex word)
    {
        var tokens = word.Matches(text).Select(match => match.Value).ToArray();
        var starts = Enumerable.Range(0, Math.Max(Math.Sign(tokens.Length), tokens.Length - Words + 1));
        return starts.Select(start => string.Join(' ', tokens, start, Math.Min(Words, tokens.Length))).CountBy(shingle => shingle)
            .ToDictionary();
    }

    // What Python's \w means, in which the benchmark is written: .NET's would add combining marks.
    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\p{L}\p{N}_-[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]]+",
        RegexOptions.CultureInvariant)]
    private static partial Regex WordOrCharacter();
}
