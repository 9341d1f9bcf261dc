using Pipeline.Articles;

namespace Pipeline.Matching;

/// <summary>The identity of a text whatever its markup, width, case, quotes, entities, punctuation and white space.</summary>
public static class TextHash
{
    // Part of what makes the hash, so that it stays when fingerprints change.
    private const int MinWordsWithoutTitle = 40;

    /// <summary>
    /// 26 characters of base32, the same for ever; <c>null</c> for a text without a word.
    /// The title counts where the text is too short for a <see cref="Fingerprint"/>: two forecasts that say "Sunny." are not one.
    /// </summary>
    public static string? ForArticle(string title, string text)
    {
        var words = WordSequence.FromText(text);
        if (words.Count == 0)
            return null;
        var folded = words.ToString();
        return words.Count < MinWordsWithoutTitle ? StableHash.Id(WordSequence.Folded(title), folded) : StableHash.Id(folded);
    }
}
