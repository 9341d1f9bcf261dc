using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Terms;

/// <summary>A Korean word without the particle that marks its part in the sentence: 정부의 and 정부는 are both 정부.</summary>
internal static partial class KoreanStem
{
    /// <summary>The word as it is where too little would be left: some nouns end like a particle.</summary>
    public static string StripParticle(string word) => word.Length >= 3 ? Particle().Replace(word, "") : word;

    [GeneratedRegex(
        "(?<=[\uAC00-\uD7A3]{2})(?:에서|으로|에게|까지|부터|의|은|는|을|를|에|와|과)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Particle();
}
