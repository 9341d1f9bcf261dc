namespace Pipeline.Enrichment.Languages;

/// <summary>What a text's language seems to be.</summary>
/// <param name="Language">BCP 47; script for Chinese.</param>
/// <param name="Margin">By how many halves of a bit a trigram the best language beats the second; <see cref="LanguageDetector.ByScript"/>
/// where the script alone decides.</param>
internal sealed record LanguageGuess(string Language, double Margin);

/// <summary>
/// Tells 68 languages apart: by script where a script has one language that news is written in, else by naive Bayes over character
/// trigrams and the commonest words (Cavnar and Trenkle 1994 showed that so little is enough; the likelihoods are ours). Reads the first
/// 2,000 characters.
/// </summary>
internal static class LanguageDetector
{
    public const double ByScript = 100;

    private const int MaxCharacters = 2_000;
    private const int MinTrigrams = 12;

    private static readonly Dictionary<Script, string> OnlyLanguage = new()
    {
        [Script.Hang] = "ko",
        [Script.Kana] = "ja",
        [Script.Grek] = "el",
        [Script.Hebr] = "he",
        [Script.Thai] = "th",
        [Script.Armn] = "hy",
        [Script.Geor] = "ka",
        [Script.Beng] = "bn",
        [Script.Taml] = "ta",
        [Script.Telu] = "te",
        [Script.Gujr] = "gu",
        [Script.Guru] = "pa",
        [Script.Knda] = "kn",
        [Script.Mlym] = "ml",
        [Script.Sinh] = "si",
        [Script.Laoo] = "lo",
        [Script.Mymr] = "my",
        [Script.Khmr] = "km",
        [Script.Ethi] = "am",
        [Script.Tibt] = "bo",
    };

    /// <summary><c>null</c> where there are too few letters to tell.</summary>
    public static LanguageGuess? Detect(string text)
    {
        var counts = ScriptCount.CountIn(text, MaxCharacters);
        // A Chinese or Korean text about technology is full of Latin names; a Latin one holds no Han. One Han character says as much as two
        // letters.
        counts[(int)Script.Latn] /= 4;
        var script = (Script)Array.IndexOf(counts, counts.Max());
        if (counts[(int)script] < 2)
            return null;
        if (script is Script.Hani or Script.Kana)
            return new LanguageGuess(
                counts[(int)Script.Kana] * 12 > counts[(int)Script.Hani] ? "ja" : ChineseScript.Detect(text), ByScript);
        return OnlyLanguage.TryGetValue(script, out var language) ? new LanguageGuess(language, ByScript) : ByTrigrams(text, script);
    }

    private static LanguageGuess? ByTrigrams(string text, Script script)
    {
        var trigrams = Trigrams.FromText(text, MaxCharacters);
        if (trigrams.Count < MinTrigrams)
            return null;
        var ranked = LikelihoodTable.ForScript(script).Costs(text[..Math.Min(MaxCharacters, text.Length)], trigrams).OrderBy(
            candidate => candidate.Cost).Take(2).ToArray();
        return new LanguageGuess(ranked[0].Language, ranked[1].Cost - ranked[0].Cost);
    }
}
