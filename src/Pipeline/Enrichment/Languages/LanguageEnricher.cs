using Pipeline.Articles;

namespace Pipeline.Enrichment.Languages;

/// <summary>The language as BCP 47 names it, from the declaration and the text.</summary>
internal sealed class LanguageEnricher : IEnricher
{
    public Article Enrich(Article article, EnrichmentInput input)
    {
        if (ByScript(article.Title + "\n" + article.Text) is { } found)
            return (article with { Language = found }).Because("language", ProvenanceExtensions.TheText);
        return input.Entry.Language is { Length: > 1 } declared
            ? (article with { Language = declared.Replace('_', '-') }).Because("language", input.Entry.SourceOf("language"))
            : article;
    }

    private static string? ByScript(string text)
    {
        var (han, kana, hangul, letters) = (0, 0, 0, 0);
        foreach (var rune in text.EnumerateRunes().Take(4000))
        {
            han += Scripts.IsHan(rune) ? 1 : 0;
            kana += Scripts.IsKana(rune) ? 1 : 0;
            hangul += Scripts.IsHangul(rune) ? 1 : 0;
            letters += System.Text.Rune.IsLetter(rune) ? 1 : 0;
        }

        return kana * 10 > letters ? "ja" : hangul * 4 > letters ? "ko" : han * 4 > letters && letters > 0 ? "zh-Hans" : null;
    }
}
