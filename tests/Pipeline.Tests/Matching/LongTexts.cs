namespace Pipeline.Tests.Matching;

/// <summary>Texts of any length from made-up words, the same for the same seed.</summary>
internal static class LongTexts
{
    private static readonly string[] Syllables = ["ba", "ko", "ri", "ten", "mu", "sal", "dor", "vi", "pel", "gra", "no", "shi"];

    public static IReadOnlyList<string> Sentences(int seed, int words)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, words / 20).Select(_ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => Word(random))) + ".")];
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
