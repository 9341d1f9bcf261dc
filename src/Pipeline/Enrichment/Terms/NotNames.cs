using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Enrichment.Languages;
using Pipeline.Text;

namespace Pipeline.Enrichment.Terms;

/// <summary>Capitalised words that are no names by themselves, by why they are not (<c>not-names.txt</c>).</summary>
internal static partial class NotNames
{
    private const string OfArticles = "article.";

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByKind = EmbeddedText.Lines("Enrichment.Terms.not-names.txt")
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    private static readonly FrozenDictionary<string, FrozenSet<string>> Articles = ByKind
        .Where(kind => kind.Key.StartsWith(OfArticles, StringComparison.Ordinal))
        .ToFrozenDictionary(kind => kind.Key[OfArticles.Length..], kind => kind.Value);

    private static readonly FrozenSet<string> Common = ByKind["common"];
    private static readonly FrozenSet<string> Titles = ByKind["title"];
    private static readonly FrozenSet<string> Organisations = ByKind["organisation"];
    private static readonly FrozenSet<string> Prefixes = ByKind["prefix"];
    private static readonly FrozenSet<string> Calendar = ByKind["calendar"];

    public static bool Contain(string name) =>
        Common.Contains(name) || IsTitle(name) || IsOrganisation(name) || IsCalendar(name) || IsPrefix(name) || IsCompound(name);

    /// <summary>What stands before a person's name: <c>President</c>, <c>Bundeskanzlerin</c>.</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>What the name of an organisation ends in: <c>Commission</c>.</summary>
    public static bool IsOrganisation(string word) => Organisations.Contains(word);

    /// <summary>What no name starts with, whether a sentence starts there or not: <c>The</c>, <c>I</c>.</summary>
    public static bool IsArticle(string word, string? language) =>
        Articles.TryGetValue(LanguageTag.Primary(language ?? "en"), out var words) && words.Contains(word);

    /// <summary>A common word that is the start of a name wherever a name follows: <c>New</c> York.</summary>
    public static bool IsPrefix(string word) => Prefixes.Contains(word);

    public static bool IsCalendar(string word) => Calendar.Contains(word);

    /// <summary>An adjective made of a name: <c>London-based</c>.</summary>
    public static bool IsCompound(string word) => word.Contains('-') && Compound().IsMatch(word);

    [GeneratedRegex("^[^ ]+-(?:based|led|backed|born|owned|style|like|era|wide|made|run|only|free|area|listed)$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Compound();
}
