using System.Collections.Frozen;
using Pipeline.Enrichment.Languages;
using Pipeline.Enrichment.Splitting;
using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Words that tell nothing about an article, by language: those of <c>common-words.txt</c>, and the commonest of each language's
/// profile.</summary>
internal static class CommonWords
{
    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> ByLanguage = new(static () =>
    {
        var listed = EmbeddedText.Lines("Enrichment.Terms.common-words.txt").Where(line => !line.StartsWith('#')).Select(
            line => line.Split(": ", 2))
            .Select(parts => (Language: parts[0], Words: (IEnumerable<string>)parts[1].Split(' ')));
        return LanguageProfile.Shipped.Select(profile => (profile.Language, Words: (IEnumerable<string>)profile.CommonWords)).Concat(listed)
            .GroupBy(words => words.Language, words => words.Words)
            .ToFrozenDictionary(
                language => language.Key, language => language.SelectMany(words => words).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    });

    /// <summary>By their numbers, which words of a text are among them.</summary>
    public static bool[] MarkIn(TextWords words, string? language)
    {
        var common = ByLanguage.Value.GetValueOrDefault(LanguageTag.Primary(language ?? "en"), FrozenSet<string>.Empty);
        return words.Mark(word => common.Contains(word.Contains('’') ? word.Replace('’', '\'') : word));
    }
}
