using System.Collections.Frozen;
using Pipeline.Enrichment.Languages;

namespace Pipeline.Enrichment.Terms;

/// <summary>Words that tell nothing about an article, by language.</summary>
internal static class CommonWords
{
    // Frequent in news of every subject, and rarer in the texts that the profiles were counted on.
    private static readonly string[] OfNews =
    [
        "said", "says", "according", "told", "would", "could", "should", "also", "year", "years", "week", "month", "today", "monday", "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
        "october", "november", "december", "million", "billion", "percent", "news", "article", "read", "more", "while", "where", "before", "since", "still", "being", "because", "through",
        "sagte", "laut", "jahr", "jahre", "jahren", "prozent", "millionen", "milliarden", "worden", "seien", "habe", "sollen", "uhr",
        "selon", "déclaré", "année", "années", "millions", "milliards", "dont", "après", "avait", "était",
        "según", "dijo", "año", "años", "millones", "han", "había", "desde", "hasta", "sobre", "tras",
    ];

    private static readonly Lazy<FrozenDictionary<string, IReadOnlySet<string>>> ByLanguage = new(static () =>
        LanguageProfile.Shipped.ToFrozenDictionary(profile => profile.Language, profile => profile.CommonWords));

    private static readonly FrozenSet<string> News = OfNews.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contain(string word, string? language) =>
        News.Contains(word) || (ByLanguage.Value.TryGetValue(LanguageTag.Primary(language ?? "en"), out var words) && words.Contains(word));
}
