using CsCheck;
using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

public sealed class FingerprintTests
{
    // Words of several scripts, figures, entities, halves of surrogate pairs and marks without width: whatever a feed may hold.
    private static readonly string[] Fragments =
        ["harbour", "U.S.", "don't", "3,114.5", "&amp;", "&#x4e2d;", "颱風", "のは", "ภาษา", "\ud83d", "\u00ad", "ﬁnal",
            "ÀÉ", "\n\n", "—",
                "ﾊﾝｶｸ"];

    private static readonly Gen<string> Texts =
        Gen.Select(Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]), Gen.String[0, 8], (fragment, noise) => fragment + noise)
            .List[0, 300].Select(words => string.Join(' ', words));

    [Fact]
    public void Has_at_most_nine_bands_and_six_kibibytes_whatever_the_text() =>
        Texts.Sample(text => Fingerprint.FromText(text) is not { } print
            || (print.Bands.Count is > 0 and <= Fingerprint.MaxBands && print.Sketch.Length <= 6 * 1024
                && print.Bands.Distinct().Count() == print.Bands.Count));

    [Fact]
    public void Has_at_most_six_kibibytes_for_a_book() =>
        Assert.InRange(Fingerprint.FromText(Stories.Text(LongTexts.Sentences(seed: 1, words: 60_000)))!.Sketch.Length, 1024, 6 * 1024);

    [Fact]
    public void Is_the_same_each_time() =>
        Texts.Sample(text => Fingerprint.FromText(text)?.Bands.SequenceEqual(Fingerprint.FromText(text)!.Bands) ?? true);

    [Fact]
    public void Comparison_is_symmetric_whatever_the_texts() =>
        Texts.Select(Texts).Sample((one, other) =>
            Fingerprint.FromText(one) is not { } a || Fingerprint.FromText(other) is not { } b
            || SketchComparison.Compare(a.Sketch.Span, b.Sketch.Span) == SketchComparison.Compare(b.Sketch.Span, a.Sketch.Span));

    [Fact]
    public void Every_form_of_a_text_has_the_bands_of_the_text()
    {
        var text = Stories.Text(Stories.Harbour);
        var bands = Fingerprint.FromText(text)!.Bands;

        Assert.All(Forms(text), form => Assert.Equal(bands, Fingerprint.FromText(form)?.Bands));
    }

    [Fact]
    public void An_abridged_copy_shares_a_band() =>
        Assert.NotEmpty(Fingerprint.FromText(Stories.Text(Stories.Harbour))!.Bands.Intersect(
            Fingerprint.FromText(Stories.Text(Stories.Harbour.Take(5)))!.Bands));

    [Fact]
    public void Two_stories_share_no_band() =>
        Assert.Empty(Fingerprint.FromText(Stories.Text(Stories.Harbour))!.Bands.Intersect(
            Fingerprint.FromText(Stories.Text(Stories.Observatory))!.Bands));

    [Fact]
    public void A_text_without_shingles_of_its_own_is_matched_only_exactly() =>
        Assert.Null(Fingerprint.FromText(string.Join(' ', Enumerable.Repeat("of the", 40))));

    [Theory]
    [InlineData("")]
    [InlineData("Police are investigating. More soon.")]
    [InlineData("颱風海燕昨天晚上登陸。")]
    public void A_short_text_has_none(string text) => Assert.Null(Fingerprint.FromText(text));

    internal static IEnumerable<string> Forms(string text) =>
    [
        text.ToUpperInvariant(),
        text.Replace("\n\n", " ", StringComparison.Ordinal),
        text.Replace(" ", "\u00a0 ", StringComparison.Ordinal),
        text.Replace("'", "\u2019", StringComparison.Ordinal),
        text.Replace("'", "&#39;", StringComparison.Ordinal),
        text.Replace(",", ";", StringComparison.Ordinal),
        text.Replace("ar", "a\u00adr", StringComparison.Ordinal),
        string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
    ];
}
