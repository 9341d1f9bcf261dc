using System.Text.RegularExpressions;

namespace Pipeline.Evaluation;

/// <summary>How far two texts agree, as the article extraction benchmark counts it: in runs of four words, with multiplicity.</summary>
/// <param name="Precision">The share of the read text's shingles that the true text has.</param>
/// <param name="Recall">The share of the true text's shingles that were read.</param>
internal sealed partial record ShingleScore(double Precision, double Recall)
{
    private const int Words = 4;

    public double F1 => Harmonic(Precision, Recall);

    public static ShingleScore Of(string truth, string read)
    {
        var (expected, actual) = (Shingles(truth), Shingles(read));
        double shared = expected.Sum(shingle => Math.Min(shingle.Value, actual.GetValueOrDefault(shingle.Key)));
        return new ShingleScore(Share(shared, actual.Values.Sum()), Share(shared, expected.Values.Sum()));
    }

    public static double Harmonic(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

    private static double Share(double shared, double all) => all == 0 ? 0 : shared / all;

    private static Dictionary<string, int> Shingles(string text)
    {
        var tokens = Word().Matches(text).Select(match => match.Value).ToList();
        var starts = Enumerable.Range(0, Math.Max(Math.Sign(tokens.Count), tokens.Count - Words + 1));
        return starts.Select(start => string.Join(' ', tokens.Skip(start).Take(Words))).CountBy(shingle => shingle).ToDictionary();
    }

    // What Python's \w means, in which the benchmark is written: .NET's would add combining marks.
    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
