using Pipeline.Articles;
using Pipeline.Enrichment.Markup;
using Pipeline.Matching;

namespace Pipeline.Ingestion;

/// <summary>
/// The text that an article is compared by: its own words. What a link blog quotes is another's article, and what it says
/// of it is a story of its own.
/// </summary>
internal static class MatchedText
{
    // Whoever sets a whole article as a quotation adds a line of credit; a comment is longer.
    private const double MinOwnWords = 12;

    /// <summary>The text without its quotations; all of it where hardly anything else is left.</summary>
    public static string FromArticle(Article article)
    {
        if (Quotations.RemoveFrom(article) is not { } own)
            return article.Text;
        return TextLength.InWords(own) >= MinOwnWords ? own : article.Text;
    }
}
