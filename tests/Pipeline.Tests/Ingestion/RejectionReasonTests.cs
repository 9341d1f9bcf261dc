using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Tests.Enrichment;

namespace Pipeline.Tests.Ingestion;

public class RejectionReasonTests
{
    [Theory]
    [InlineData("<img src='https://photos.example/1.jpg' alt='The ferry at dawn'>")]
    [InlineData("<figure><img src='https://photos.example/1.jpg'><figcaption>Die Fähre am Morgen</figcaption></figure>")]
    public void A_picture_with_words_to_it_is_an_article(string html) => Assert.Null(ReasonFor(html));

    [Theory]
    [InlineData("<img src='https://photos.example/1.jpg'>")]
    [InlineData("")]
    public void What_says_nothing_at_all_is_none(string html) => Assert.Equal("it has neither a title nor a text", ReasonFor(html));

    private static string? ReasonFor(string html)
    {
        var entry = new Entry { ContentHtml = html };
        return RejectionReason.For(entry, Enriched.Of(entry));
    }
}
