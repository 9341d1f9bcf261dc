using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Enrichment.Lines;
using Pipeline.Enrichment.Markup;
using Pipeline.Enrichment.Steps;
using Pipeline.Text;

namespace Pipeline.Enrichment.Summaries;

/// <summary>At most 300 characters that say what the article is about: the publisher's own summary where it is one, otherwise the
/// lede.</summary>
internal sealed partial class ExcerptEnricher : IEnricher
{
    private const int MaxLength = 300;
    private const int MinLength = 20;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        if (input.Entry is { SummaryHtml: { } summary, ContentHtml: not null }
            && WhiteSpace.Fold(Dateline.StrippedFrom(ArticleMarkup.TextOf(summary))) is var published
            && IsSummary(published, article))
            return (article with { Excerpt = SentenceCut.At(published, MaxLength) }).WithProvenance(
                "excerpt", input.Entry.SourceOf("summary"));
        return Lede(article) is { } lede
            ? (article with { Excerpt = SentenceCut.At(lede, MaxLength) }).WithProvenance("excerpt", ProvenanceExtensions.TheText)
            : article;
    }

    // A summary that stops in mid-sentence is the software's, not an editor's: the lede reads better.
    private static bool IsSummary(string text, Article article) =>
        text.Length >= MinLength && text != article.Title && !Boilerplate().IsMatch(text) && !CutOff().IsMatch(text)
            && !Leftovers().IsMatch(text);

    private static string? Lede(Article article)
    {
        string? first = null;
        foreach (var paragraph in article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(
            paragraph => WhiteSpace.Fold(Dateline.StrippedFrom(paragraph))))
        {
            if (paragraph == article.Title || CreditLines.IsCredit(paragraph) || Boilerplate().IsMatch(paragraph))
                continue;
            if (paragraph.Length >= MinLength && !article.Outline.Any(heading => heading.Text == paragraph))
                return paragraph;
            first ??= paragraph;
        }

        return first;
    }

    [GeneratedRegex(
        @"^(?:the\spost\s.*appeared\sfirst\son|subscribe|sign\sup|follow\sus|click\shere|read\smore|advertisement|anzeige|publicité"
        + @"|publicidad|photo:|image:|updated\s|last\supdated)|appeared\sfirst\son\s"
        + @"|^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W{1,4})?(?:published|posted|publicado|veröffentlicht|publié|pubblicato)\s(?:by|on|por|em"
        + @"|el|von|am|par|le|da|il)\b.{0,120}$"
        + @"|^(?:点击上方|关注我们|扫码|长按|广告|相关阅读|责任编辑|PR$|広告|関連記事)",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Boilerplate();

    // What a site's template puts where a summary belongs: half a character, the next field, a notice of rights.
    [GeneratedRegex("\uFFFD|\\.\\.\\.,|무단\\s?전재|all rights reserved|alle rechte vorbehalten|tous droits réservés",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Leftovers();

    [GeneratedRegex(@"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read\smore|continue\sreading)\W*$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex CutOff();
}
