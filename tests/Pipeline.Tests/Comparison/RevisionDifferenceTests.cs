using Pipeline.Articles;
using Pipeline.Comparison;
using Pipeline.Tests.Matching;

namespace Pipeline.Tests.Comparison;

public sealed class RevisionDifferenceTests
{
    private static readonly Article Old = new()
    {
        Source = "gazette",
        Origin = new EntryOrigin("gazette/harbour.html", "0123456789abcdef", 0),
        Title = "Harbour to be dredged",
        Html = "",
        Text = Stories.Text(Stories.Harbour),
        FirstSeen = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void Another_headline_over_the_same_text_is_a_headline_change()
    {
        var difference = RevisionDifference.Between(Old, Old with { Title = "Dredging to start in November" });

        Assert.Equal((RevisionKind.Headline, "Harbour to be dredged"), (difference.Kind, difference.FormerTitle));
        Assert.Empty(difference.Changes);
    }

    [Fact]
    public void A_mended_spelling_is_a_typo()
    {
        var difference = RevisionDifference.Between(Misspelt("agreement", "agrement"), Old);

        Assert.Equal(RevisionKind.Typo, difference.Kind);
        Assert.Equal([new PassageChange("agrement", "agreement")], difference.Changes);
    }

    [Fact]
    public void Another_number_is_never_a_typo() =>
        Assert.Equal(RevisionKind.Update, RevisionDifference.Between(With("He paid 12 crowns."), With("He paid 13 crowns.")).Kind);

    [Fact]
    public void A_new_paragraph_is_an_update()
    {
        var difference = RevisionDifference.Between(Old, With(Stories.Text([.. Stories.Harbour, "The barge arrived on Friday."])));

        Assert.Equal(RevisionKind.Update, difference.Kind);
        Assert.Equal([new PassageChange("", "The barge arrived on Friday.")], difference.Changes);
    }

    [Fact]
    public void Chinese_changes_are_told_character_by_character() =>
        Assert.Equal(
            [new PassageChange("三", "五")],
            RevisionDifference.Between(With(Stories.Typhoon[3]), With(Stories.Typhoon[3].Replace('三', '五'))).Changes);

    [Theory]
    [InlineData("Correction: the dredging takes fourteen weeks, not forty.")]
    [InlineData("An earlier version of this article misstated the director's name.")]
    [InlineData("更正：工程為期十四週。")]
    public void A_notice_in_the_text_makes_it_a_correction(string notice)
    {
        var difference = RevisionDifference.Between(Old, With(Stories.Text([.. Stories.Harbour, notice])));

        Assert.Equal((RevisionKind.Correction, notice), (difference.Kind, difference.Correction));
    }

    [Fact]
    public void A_notice_of_the_wire_makes_it_a_correction()
    {
        var difference = RevisionDifference.Between(
            Old, Old with { Wire = new WireFacts { Version = 2, Correction = "Corrects the length of the work" } });

        Assert.Equal((RevisionKind.Correction, "Corrects the length of the work"), (difference.Kind, difference.Correction));
    }

    [Fact]
    public void A_notice_that_was_there_before_makes_no_second_correction()
    {
        var corrected = With(Stories.Text([.. Stories.Harbour, "Correction: it takes fourteen weeks."]));

        Assert.Equal(RevisionKind.Headline, RevisionDifference.Between(corrected, corrected with { Title = "New" }).Kind);
    }

    [Fact]
    public void A_withdrawal_is_a_change_of_status()
    {
        var difference = RevisionDifference.Between(Old, Old with { Wire = new WireFacts { Status = WireStatus.Canceled } });

        Assert.Equal((RevisionKind.Status, WireStatus.Usable), (difference.Kind, difference.FormerStatus));
    }

    [Fact]
    public void Nothing_that_a_reader_sees_in_the_text_is_a_change_of_facts() =>
        Assert.Equal(RevisionKind.Facts, RevisionDifference.Between(Old, Old with { Section = "Ports" }).Kind);

    private static Article With(string text) => Old with { Text = text };

    private static Article Misspelt(string word, string mistake) => With(Old.Text.Replace(word, mistake, StringComparison.Ordinal));
}
