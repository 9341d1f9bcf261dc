using Pipeline.Articles;
using Pipeline.Enrichment.Steps;

namespace Pipeline.Enrichment.Languages;

/// <summary>
/// The language as BCP 47 names it. The text wins over the declaration where it is clear, because feeds are declared once for
/// all and often wrongly; the declaration wins between languages that a short text cannot tell apart, or of which one has no profile, and
/// adds the region.
/// </summary>
internal sealed class LanguageEnricher : IEnricher
{
    // Where close pairs (nb and da, cs and sk) are told apart by less than this, the publisher knows better.
    private const double ClearMargin = 1.0;

    public Article Enrich(Article article, EnrichmentInput input)
    {
        var declared = LanguageTag.Normalise(input.Entry.Language);
        var guess = LanguageDetector.Detect(article.Text.Length > 0 ? article.Title + "\n" + article.Text : article.Title);
        return (declared, guess) switch
        {
            (null, null) => article,
            (not null, null) => Declared(article, input, declared),
            (null, _) => FromText(article, guess.Language, ProvenanceExtensions.TheText),
            _ when Agrees(declared, guess.Language) => Declared(article, input, WithScript(declared, guess.Language)),
            _ when Relatives.MayBe(declared, guess) => Declared(article, input, Relatives.Tag(declared, guess.Script)),
            _ when guess.Margin < ClearMargin => Declared(article, input, declared),
            _ => FromText(article, guess.Language, $"the text; {declared} was declared"),
        };
    }

    private static Article Declared(Article article, EnrichmentInput input, string language) =>
        (article with { Language = language }).WithProvenance("language", input.Entry.SourceOf("language"));

    private static Article FromText(Article article, string language, string source) =>
        (article with { Language = language }).WithProvenance("language", source);

    private static bool Agrees(string declared, string guess) => LanguageTag.Primary(declared) == LanguageTag.Primary(guess)
        && (Script(declared) is not { } script || Script(guess) is not { } other || script == other);

    private static string WithScript(string declared, string guess) =>
        Script(declared) is null && Script(guess) is { } script ? declared.Insert(LanguageTag.Primary(declared).Length, "-" + script)
            : declared;

    private static string? Script(string tag) => Array.Find(tag.Split('-'), part => part.Length == 4);
}
