using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Enrichment.Measures;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Flags;

/// <summary>What a reader should know before trusting the text: that it is short, cut off, behind a paywall, a list, or paid for. Each flag
/// gives its reason.</summary>
internal sealed partial class FlagEnricher : IEnricher
{
    private const int ThinWords = 60;
    private const double WordsACharacter = 0.6;
    private const int GalleryImages = 6;
    private const int WordsAnImage = 60;
    private const int ListHeadings = 3;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        if ((article.Wire?.Correction ?? CorrectionMarker.FindIn(article.Title, article.Text)) is { } correction)
            article = article.Flag(ArticleFlags.Correction, $"“{correction}”");
        if (article.IsFree == false)
            article = article.Flag("paywalled", "its publisher says that it is not free to read");
        if (article.Text.Length == 0)
            return article.Flag("title-only", "there is no text");
        article = FlagPhrases.Shipped.Aggregate(article, WithPhrase);
        var measure = TextMeasure.FromText(article.Text);
        var words = measure.Words + (WordsACharacter * measure.Characters);
        var length = $"{measure.Count} {(measure.Characters > measure.Words ? "characters" : "words")}";
        if (words < ThinWords)
            article = article.Flag("thin", $"only {length}");
        if (article.Images.Count >= GalleryImages && words < WordsAnImage * article.Images.Count)
            article = article.Flag("gallery", $"{article.Images.Count} images for {length}");
        if (CountInTitle().IsMatch(article.Title) && article.Outline.Count >= ListHeadings)
            article = article.Flag("list", $"the title counts, and {article.Outline.Count} headings follow");
        return article.Text.EndsWith("...", StringComparison.Ordinal) || article.Text.EndsWith('…')
            ? article.Flag("truncated", "the text ends in an ellipsis")
            : article;
    }

    private static Article WithPhrase(Article article, FlagPhrases phrases) =>
        phrases.FoundIn(article.Title, article.Text) is { } phrase ? article.Flag(phrases.Flag, $"“{phrase}”") : article;

    [GeneratedRegex(
        @"^(?:(?:the|die|les|los|las|these)\s)?(?:top\s)?\d{1,3}\s\p{L}|[\d一二三四五六七八九十两]{1,3}\s?(?:个|個|大|种"
            + @"|種|款|件|招|条|條|選|つの|の方法)",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex CountInTitle();
}
