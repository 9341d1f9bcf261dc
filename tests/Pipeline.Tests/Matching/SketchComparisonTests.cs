using Pipeline.Matching;

namespace Pipeline.Tests.Matching;

public sealed class SketchComparisonTests
{
    private const string Dockworkers =
        "Dockworkers in Port Lyle went back to their cranes on Friday after Mayor Anna Brandt promised the union of Pieter Voss a say in "
            + "the new roster.";

    public static TheoryData<string> Disclaimers =>
    [
        "This text is for information only and is no advice to buy or to sell anything. It may not be copied, broadcast or passed on in "
        + "any form without written leave from the publisher. "
            + "Opinions are those of their authors and need not be those of the editors. Mistakes can be reported to the desk by letter "
            + "or by telephone, and we put them right as soon as we can. "
            + "Readers who wish to stop these messages follow the link below every one of them.",
        "(c) 2026 Coastal Wire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed in whole "
        + "or in part without prior written permission. "
            + "Market data are delayed by at least fifteen minutes and are supplied without any warranty by several exchanges. Nothing "
            + "here is an offer or a recommendation, "
            + "and past performance is no guarantee of future results. Your use of this text means that you accept our terms and the way "
            + "in which we handle personal data.",
    ];

    public static TheoryData<string[]> EveryStory => [Stories.Harbour, Stories.Observatory, Stories.Typhoon, Stories.Puente];

    [Theory]
    [MemberData(nameof(EveryStory))]
    public void A_text_is_wholly_itself(string[] story) =>
        Assert.Equal(new Match(MatchRule.Resemblance, 1, 1), Compare(Stories.Text(story), Stories.Text(story)));

    [Theory]
    [MemberData(nameof(EveryStory))]
    public void A_repost_in_other_punctuation_and_paragraphs_with_a_byline_and_a_footer_matches(string[] story)
    {
        var repost = "By our own reporter\n" + string.Join(' ', story).Replace(",", " -", StringComparison.Ordinal)
            + "\nSubscribe to our newsletter";

        Assert.True(Compare(Stories.Text(story), repost) is { Containment: > 0.99 });
    }

    [Theory]
    [MemberData(nameof(EveryStory))]
    public void An_abridged_copy_matches_by_containment(string[] story) =>
        Assert.True(Compare(Stories.Text(story), Stories.Text(story.Take((story.Length / 2) + 1))) is { Containment: > 0.9 });

    [Theory]
    [MemberData(nameof(EveryStory))]
    public void Reordered_paragraphs_match(string[] story) =>
        Assert.Equal(MatchRule.Resemblance, Compare(Stories.Text(story), Stories.Text(story.Reverse()))?.Rule);

    [Fact]
    public void A_retopped_copy_matches()
    {
        var retopped = Stories.Text(["A court is to decide whether barges may come to Saint Orville at all.", .. Stories.Harbour.Skip(1)]);

        Assert.NotNull(Compare(Stories.Text(Stories.Harbour), retopped));
    }

    [Fact]
    public void A_copy_with_another_word_in_every_tenth_place_matches()
    {
        var words = Stories.Text(Stories.Harbour).Split(' ');
        var edited = string.Join(' ', words.Select((word, i) => i % 10 == 5 ? "otherwise" : word));

        Assert.NotNull(Compare(Stories.Text(Stories.Harbour), edited));
    }

    [Fact]
    public void A_copy_that_was_read_from_paper_matches()
    {
        var words = Stories.Text(Stories.Observatory).Split(' ');
        var misread =
            string.Join(' ', words.Select((word, i) => i % 8 == 3 ? word.Replace('e', 'c').Replace('i', 'l').Replace('o', '0') : word));

        Assert.NotNull(Compare(Stories.Text(Stories.Observatory), misread));
    }

    [Fact]
    public void Two_stories_do_not_match() =>
        Assert.Null(Compare(Stories.Text(Stories.Harbour), Stories.Text(Stories.Observatory)));

    [Fact]
    public void Two_stories_that_share_their_background_do_not_match() =>
        Assert.Null(Compare(
            Stories.Text(Stories.Harbour.Take(3)), Stories.Text([.. Stories.Harbour.Skip(2).Take(1), .. Stories.Observatory])));

    [Theory]
    [MemberData(nameof(Disclaimers))]
    public void Two_short_stories_under_a_longer_disclaimer_do_not_match(string disclaimer) =>
        Assert.Null(Compare(
            $"{Dockworkers}\n\n{disclaimer}",
            $"A hailstorm broke the greenhouses of Ardmoor on Sunday, and farmers around Lake Tervel asked Minister Jon Halvard to pay "
                + $"for the lost tomatoes.\n\n{disclaimer}"));

    [Theory]
    [MemberData(nameof(Disclaimers))]
    public void A_short_story_under_a_longer_disclaimer_matches_what_another_outlet_cut_it_to(string disclaimer) =>
        Assert.NotNull(Compare(
            $"{Dockworkers}\n\n{disclaimer}",
            $"Dockworkers in Port Lyle went back to their cranes on Friday after Mayor Anna Brandt promised a say in the new "
                + $"roster.\n\n{disclaimer}"));

    [Fact]
    public void A_story_is_not_the_round_up_that_it_is_part_of()
    {
        string[] roundUp = [.. Stories.Puente, .. Stories.Observatory, .. Stories.Harbour, .. Stories.Puente.Select(
            Shouted), .. Stories.Observatory.Select(Shouted)];

        Assert.Null(Compare(Stories.Text(Stories.Harbour.Take(3)), Stories.Text(roundUp)));
    }

    [Fact]
    public void Two_earnings_reports_of_one_form_do_not_match() =>
        Assert.Null(Compare(
            Stories.Earnings("Northgate Mills", "41.2", "0.83", "37.9", "0.71", "412.6", "388.1", "0.79", "120.4", "1650.0"),
            Stories.Earnings("Calloway Foods", "9.7", "0.12", "11.3", "0.14", "96.0", "101.8", "0.15", "33.1", "390.5")));

    [Fact]
    public void The_same_company_a_quarter_later_does_not_match() =>
        Assert.Null(Compare(
            Stories.Earnings("Northgate Mills", "41.2", "0.83", "37.9", "0.71", "412.6", "388.1", "0.79", "120.4", "1650.0"),
            Stories.Earnings("Northgate Mills", "44.8", "0.91", "39.0", "0.75", "430.2", "401.7", "0.88", "131.9", "1700.0")));

    [Theory]
    [InlineData("45.2 1.75 38.9 812.4 31.2 3100", "6.8 0.92 5.1 40.3 27.8 165")]
    [InlineData("四十五 十二 三十八 八百一十二 三十一 三千一百",
        "二十六 二十五 十九 四百零三 二十七 一千六百")]
    public void Two_Chinese_earnings_reports_of_one_form_do_not_match(string one, string other) =>
        Assert.Null(Compare(
            Stories.ChineseEarnings("台東電子", one.Split(' ')), Stories.ChineseEarnings("聯南食品", other.Split(' '))));

    [Fact]
    public void Two_forecasts_of_one_form_do_not_match() =>
        Assert.Null(Compare(
            Stories.Forecast("Wexbridge", "Rain", "14", "7", "22", "80", "35", "12", "41"),
            Stories.Forecast("Ardmoor", "Sunshine", "27", "16", "9", "5", "0", "18", "52")));

    [Fact]
    public void Two_match_reports_of_one_form_do_not_match() =>
        Assert.Null(Compare(
            Stories.MatchReport("Wexbridge Town", "Ardmoor Rangers", "Lasse Holm", "3", "1", "12,408", "34", "51", "22", "44"),
            Stories.MatchReport("Port Lyle United", "Calder City", "Ivo Petrak", "2", "0", "8,977", "17", "38", "21", "61")));

    [Fact]
    public void A_report_is_a_copy_of_itself_in_another_outlet()
    {
        var report = Stories.Earnings("Northgate Mills", "41.2", "0.83", "37.9", "0.71", "412.6", "388.1", "0.79", "120.4", "1650.0");

        Assert.NotNull(Compare(report, "NEW YORK (Agency) - " + report + " This report was produced by the agency's markets desk."));
    }

    [Fact]
    public void A_long_text_and_its_abridgement_match_by_the_passages_that_both_sketches_keep()
    {
        var sentences = LongTexts.Sentences(seed: 3, words: 9000);

        var match = Compare(Stories.Text(sentences), Stories.Text(sentences.Take(sentences.Count * 6 / 10)));

        Assert.True(match is { Rule: MatchRule.Containment, Containment: > 0.9 }, $"{match}");
    }

    [Fact]
    public void Two_long_texts_do_not_match() =>
        Assert.Null(Compare(
            Stories.Text(LongTexts.Sentences(seed: 3, words: 9000)), Stories.Text(LongTexts.Sentences(seed: 4, words: 7000))));

    [Fact]
    public void A_sketch_of_another_version_is_never_compared()
    {
        var sketch = SketchOf(Stories.Text(Stories.Harbour));
        var other = sketch.ToArray();
        other[0]++;

        Assert.Null(SketchComparison.Compare(sketch, other));
        Assert.Null(SketchComparison.Compare(other, other));
        Assert.Null(SketchComparison.Compare([], sketch));
    }

    private static Match? Compare(string one, string other)
    {
        var match = SketchComparison.Compare(SketchOf(one), SketchOf(other));
        Assert.Equal(match, SketchComparison.Compare(SketchOf(other), SketchOf(one)));
        return match;
    }

    private static ReadOnlySpan<byte> SketchOf(string text) => Fingerprint.FromText(text)!.Sketch.Span;

    // Other words of the same length, so that a text can be long without repeating itself.
    private static string Shouted(string sentence) => string.Concat(sentence.Select(c => c == ' ' ? c : (char)(c ^ 1)));
}
