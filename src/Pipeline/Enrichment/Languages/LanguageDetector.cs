namespace Pipeline.Enrichment.Languages;

/// <summary>What a text's language seems to be.</summary>
/// <param name="Language">BCP 47; script for Chinese.</param>
/// <param name="Margin">By how many halves of a bit a trigram the best language beats the next; <see cref="LanguageDetector.ByScript"/>
/// where the script alone decides.</param>
/// <param name="Script">What it is written in.</param>
internal sealed record LanguageGuess(string Language, double Margin, Script Script);

/// <summary>
/// Tells 69 languages apart: by script where a script has one language that news is written in, else by naive Bayes over character
/// trigrams and the commonest words (Cavnar and Trenkle 1994 showed that so little is enough; the likelihoods are ours), and for pairs that
/// share most of both by what <see cref="ClosePair"/> knows of them. Reads the first 2,000 characters.
/// </summary>
internal static class LanguageDetector
{
    public const double ByScript = 100;

    private const int MaxCharacters = 2_000;
    private const int MinTrigrams = 12;

    // Three words are a name as often as a sentence, and names have the letters of other languages.
    private const int MinWords = 4;

    // So many languages can be close to one another.
    private const int Candidates = 3;

    // By so many halves of a bit the trigrams of a few sentences tell the closest languages apart: more would only cost time.
    private const double EnoughEvidence = 100;

    // What the words of a close pair say, its trigrams have said in part.
    private const double ShareOfTrigrams = 0.4;

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

    private static readonly Lazy<HashSet<string>> Known = new(
        static () => [.. LanguageProfile.Shipped.Select(profile => profile.Language), .. OnlyLanguage.Values, "zh"]);

    /// <summary>Whether a language is one that it tells from others, in whatever script.</summary>
    public static bool Knows(string language) => Known.Value.Contains(language);

    /// <summary><c>null</c> where there are too few letters or words to tell.</summary>
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
                counts[(int)Script.Kana] * 12 > counts[(int)Script.Hani] ? "ja" : ChineseScript.Detect(text), ByScript, script);
        return OnlyLanguage.TryGetValue(script, out var language)
            ? new LanguageGuess(language, ByScript, script)
            : ByTrigrams(text, script);
    }

    private static LanguageGuess? ByTrigrams(string text, Script script)
    {
        var trigrams = Trigrams.FromText(text, MaxCharacters);
        if (trigrams.Count < MinTrigrams || !HasEnoughWords(text))
            return null;
        var read = text.AsSpan(0, Math.Min(MaxCharacters, text.Length));
        var ranked = LikelihoodTable.ForScript(script).Costs(read, trigrams).OrderBy(each => each.Cost).Take(Candidates).ToArray();
        var (best, margin) = (ranked[0], double.MaxValue);
        foreach (var other in ranked.Skip(1))
        {
            var lead = other.Cost - best.Cost;
            if (lead * trigrams.Count < EnoughEvidence && ClosePair.Find(best.Language, other.Language) is { } pair)
                lead = (lead * ShareOfTrigrams) + (pair.Evidence(read, best.Language) / (double)trigrams.Count);
            margin = Math.Min(margin, Math.Abs(lead));
            best = lead < 0 ? other : best;
        }

        return new LanguageGuess(best.Language, margin, script);
    }

    // What has no letter is no word, and hides none: many a title begins with a number.
    private static bool HasEnoughWords(string text)
    {
        var (words, counted) = (0, false);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                counted = false;
            else if (!counted && char.IsLetter(c))
                (words, counted) = (words + 1, true);
            if (words == MinWords)
                return true;
        }

        return false;
    }
}
