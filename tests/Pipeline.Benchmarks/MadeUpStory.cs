using System.Globalization;

namespace Pipeline.Benchmarks;

/// <summary>A story of made-up words: twelve sentences of some 15 words that share no phrase with those of another number.</summary>
internal static class MadeUpStory
{
    private const int Sentences = 12;

    private static readonly string[] Syllables =
        ["bal", "cor", "den", "fir", "gol", "hav", "jun", "kem", "lor", "mip", "nes", "pod", "rav", "sut", "tol", "vex", "wim", "yar",
            "zed", "que"];

    public static IReadOnlyList<string> Of(int story) => Make(new Random(story), Sentences);

    /// <summary>Sentences that only one copy has.</summary>
    public static IReadOnlyList<string> Own(int story, int copy, int count) => Make(new Random((story * 1000) + copy + 1_000_000), count);

    private static IReadOnlyList<string> Make(Random random, int count)
    {
        return [.. Enumerable.Range(0, count).Select(_ => Sentence())];

        string Word() => string.Concat(random.GetItems(Syllables, 3));
        string Name() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word());
        string Sentence() =>
            $"The {Word()} {Word()} of {Name()} {Word()} {random.Next(
                100, 9999)} {Word()} {Word()} after {Word()} {Word()} and {Word()} near {Name()} {Word()}.";
    }
}
