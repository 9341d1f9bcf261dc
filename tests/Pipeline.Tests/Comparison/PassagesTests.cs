using Pipeline.Comparison;
using Pipeline.Tests.Matching;

namespace Pipeline.Tests.Comparison;

public sealed class PassagesTests
{
    [Fact]
    public void Tells_what_a_retopped_copy_shares_adds_and_drops()
    {
        const string Lead = "A judge will rule on the barges of Saint Orville before Christmas.";
        string[] copy = [Lead, .. Stories.Harbour.Skip(2)];

        var passages = Passages.Compare(Stories.Text(Stories.Harbour), Stories.Text(copy));

        Assert.Equal(Stories.Harbour.Skip(2), passages.Shared);
        Assert.Equal([Lead], passages.Added);
        Assert.Equal(Stories.Harbour.Take(2), passages.Dropped);
    }

    [Fact]
    public void An_edited_sentence_is_shared_in_the_copys_wording()
    {
        var edited = Stories.Harbour[2].Replace("six years ago", "some years ago", StringComparison.Ordinal);

        var passages = Passages.Compare(Stories.Harbour[2], edited);

        Assert.Equal([edited], passages.Shared);
        Assert.Empty(passages.Dropped);
    }

    // As the match counts words, so does what people read of it.
    [Theory]
    [InlineData("港口委員會選出新主席，她說將公布報告。", "港口委员会选出新主席，她说将公布报告。")]
    [InlineData("Мост ће бити отворен у петак.", "Most će biti otvoren u petak.")]
    [InlineData("Drei Häuser am Hafen wurden am Abend geräumt.", "3 Häuser am Hafen wurden am Abend geräumt.")]
    public void A_sentence_in_another_script_or_with_digits_for_small_numbers_is_shared(string canonical, string copy)
    {
        var passages = Passages.Compare(canonical, copy);

        Assert.Equal([copy], passages.Shared);
        Assert.Equal(1, passages.Resemblance);
    }

    [Fact]
    public void Moved_sentences_are_shared_in_the_copys_order()
    {
        var passages = Passages.Compare(string.Concat(Stories.Typhoon), string.Concat(Stories.Typhoon.Reverse()));

        Assert.Equal(Stories.Typhoon.Reverse(), passages.Shared);
        Assert.Empty(passages.Added);
        Assert.Empty(passages.Dropped);
    }

    [Fact]
    public void Quotation_marks_stay_with_their_sentence()
    {
        var passages = Passages.Compare("", "他說：「今天不開船。」大家都回家了。 \"We wait.\" She left.");

        Assert.Equal(["他說：「今天不開船。」", "大家都回家了。", "\"We wait.\"", "She left."], passages.Added);
    }
}
