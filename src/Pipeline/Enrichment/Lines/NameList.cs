using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Lines;

/// <summary>Parts a value such as <c>核子可乐，刘燕</c> or <c>Jane Doe and John Roe</c> into names.</summary>
internal static partial class NameList
{
    private const int MaxNames = 12;

    public static IReadOnlyList<string> Parse(string value) =>
        [.. Between().Split(value).Select(Clean).Select(WithoutPlace).Where(IsName).Distinct(StringComparer.Ordinal).Take(MaxNames)];

    /// <summary>One name without its account in parentheses (<c>AI前线（ID：ai-front）</c>) or quotation marks.</summary>
    public static string Clean(string name) =>
        Parenthesis().Replace(name, "").Trim(' ', '.', '，', ',', '“', '”', '"', '《', '》', '「', '」', '@', ':', '：');

    private static string WithoutPlace(string name) => Place().Replace(name, "");

    private static bool IsName(string name) =>
        name.Length is >= 2 and <= 60 && name.Any(char.IsLetter) && !name.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?:(?<!\s)|\G)(?:\s*[，、,/;；&＆]\s*|\s+(?:and|und|et|y|with|mit)\s+)"
            + @"|(?<=[\p{IsCJKUnifiedIdeographs}])\s*[和与與]\s*(?=[\p{IsCJKUnifiedIdeographs}])",
            RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+in\s+\p{Lu}.*$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Place();

    [GeneratedRegex(@"\s*[（(][^）)]*[）)]?", RegexOptions.None, MatchTimeout)]
    private static partial Regex Parenthesis();
}
