using Pipeline.Articles;

namespace Pipeline.Tests.Enrichment.Languages;

/// <summary>What becomes of a declaration: the text overrules it only where it is clear.</summary>
public sealed class DeclaredLanguageTests
{
    [Theory]
    [InlineData("Jonas Berglund Hansen")]
    [InlineData("Die Renaissance Tour")]
    [InlineData("2026: Die 3 Renaissance – 1 Tour")]
    [InlineData("12 345 – 678 : 90")]
    public void Takes_three_words_for_no_evidence(string title) => Assert.Null(LanguageOf(title, null));

    [Theory]
    [InlineData("Jonas Berglund Hansen", "nb")]
    [InlineData("The Renaissance Tour", "de")]
    [InlineData("Neue Fähre", "tt")]
    public void Believes_the_declaration_of_a_title_of_three_words(string title, string declared) =>
        Assert.Equal(declared, LanguageOf(title, declared));

    [Theory]
    [InlineData("Ferja går att etter tre veker i dokk", "nn")]
    [InlineData("Škola na brdu ponovo ima krov", "bs")]
    [InlineData("O faro da illa volve acenderse o luns", "gl")]
    [InlineData("Feri malam kembali beroperasi sejak Isnin", "ms")]
    [InlineData("Төнге паром дүшәмбедән янә йөри башлады", "tt")]
    [InlineData("Di night ferry don start to dey carry pipol again", "pcm")]
    public void Believes_a_small_language_over_the_guess_of_a_relative(string title, string declared) =>
        Assert.Equal(declared, LanguageOf(title, declared));

    [Theory]
    [InlineData("Men hvordan kan det være så stille her", "nb")]
    [InlineData("Men hvordan kan det være så stille her", "da")]
    [InlineData("Museet har åpent hele sommeren", "nb-NO")]
    public void Believes_the_declaration_where_two_languages_would_write_the_same(string title, string declared) =>
        Assert.Equal(declared, LanguageOf(title, declared));

    [Theory]
    [InlineData("no", "nb")]
    [InlineData("NO-no", "nb-NO")]
    [InlineData("nb_NO", "nb-NO")]
    public void Calls_Norwegian_Bokmål_where_the_text_is(string declared, string language) =>
        Assert.Equal(language, LanguageOf("Ordføreren vil ha flere sykler ut i gatene", declared));

    [Fact]
    public void Overrules_a_declaration_that_the_text_clearly_contradicts() =>
        Assert.Equal("da", LanguageOf("Politiet leder efter vidner til et uheld på motorvejen, hvor to unge mænd blev dræbt", "en"));

    private static string? LanguageOf(string title, string? declared) =>
        Enriched.Of(new Entry { Title = title, Language = declared }).Language;
}
