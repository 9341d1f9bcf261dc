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
