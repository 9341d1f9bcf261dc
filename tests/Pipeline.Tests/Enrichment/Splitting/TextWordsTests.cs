using Pipeline.Enrichment.Splitting;

namespace Pipeline.Tests.Enrichment.Splitting;

public sealed class TextWordsTests
{
    private static readonly TextWords Harbour = TextWords.FromText("Barges wait\nThe barges of Mr. Okoro wait at l’Estaque.");

    [Fact]
    public void Gives_a_word_one_number_whatever_its_case()
    {
        Assert.Equal(Harbour.All[0].Number, Harbour.FindNumber("BARGES"));
        Assert.Equal(Harbour.All[0].Number, Harbour.All[3].Number);
        Assert.Null(Harbour.FindNumber("ships"));
    }

    [Fact]
    public void Marks_the_words_for_which_something_holds()
    {
        var marked = Harbour.Mark(word => word.Length == 4);

        Assert.Equal(["wait", "wait"], Harbour.All.ToArray().Where(word => marked[word.Number]).Select(word => word.Text));
    }

    [Fact]
    public void Begins_a_sentence_at_each_line_and_none_behind_a_title() =>
        Assert.Equal(["Barges", "The"], Harbour.All.ToArray().Where(word => word.StartsSentence).Select(word => word.Text));

    [Fact]
    public void Leaves_the_article_out_that_is_elided_before_a_word() => Assert.NotNull(Harbour.FindNumber("Estaque"));
}
