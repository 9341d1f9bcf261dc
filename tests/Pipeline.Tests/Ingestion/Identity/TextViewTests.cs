using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Tests.Enrichment;

namespace Pipeline.Tests.Ingestion.Identity;

public class TextViewTests
{
    private const string Whole =
        "The parish council of Otterfold has bought the mill at the ford for eleven thousand crowns. The wheel was cast in 1887. "
        + "Miller Hedda Kvist said that the first sack would go to the school kitchen, and the second one to the choir.";

    [Theory]
    [InlineData("The parish council of Otterfold has bought the mill at the ford for ele…")]
    [InlineData("The parish council of Otterfold has bought the mill at the ford. Continue reading on our site")]
    [InlineData("The wheel was cast in 1887.")]
    [InlineData("The parish council has bought the mill; the first sack would go to the school kitchen.")]
    [InlineData(Whole)]
    public void A_beginning_a_part_and_an_abridgement_are_views(string text) =>
        Assert.True(TextView.IsPartOf(Read(Whole), Read(text), foreignWords: 0.1));

    [Theory]
    [InlineData("Nobody wants the mill at the ford, says the county, which will pull it down before Easter.")]
    [InlineData(Whole + " The sale was undone on Friday.")]
    public void What_says_something_new_is_none(string text) =>
        Assert.False(TextView.IsPartOf(Read(Whole), Read(text), foreignWords: 0.1));

    [Theory]
    [InlineData("The post Mill bought appeared first on The Otterfold Weekly Lantern.")]
    [InlineData("Der Beitrag Mill bought erschien zuerst auf Otterfolder Laterne und Bote.")]
    public void A_closing_line_that_names_the_article_says_nothing_new(string closing) =>
        Assert.True(TextView.IsPartOf(
            Read(Whole), Read($"The parish council of Otterfold has bought the mill at the ford for ele…</p><p>{closing}"),
            foreignWords: 0.1));

    [Fact]
    public void A_closing_line_that_does_not_name_the_article_is_text() =>
        Assert.False(TextView.IsPartOf(
            Read(Whole), Read("The parish council of Otterfold has bought the mill.</p><p>The council then fell out about the price of a "
                + "bell that nobody could hear."), foreignWords: 0.1));

    private static Article Read(string text) => Enriched.Of(new Entry { Title = "Mill bought", ContentHtml = $"<p>{text}</p>" });
}
