using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Enrichment.Lines;

/// <summary>Where a report was filed, as its first line says: <c>LONDON, March 3 (Reuters) -</c>, <c>新华社北京3月1日电</c>,
/// <c>【ワシントン時事】</c>.</summary>
/// <param name="Text">As written, without what parts it from the report.</param>
/// <param name="Place">The place, where it names one.</param>
/// <param name="Agency">The agency, where it names one.</param>
internal sealed partial record Dateline(string Text, string? Place, string? Agency)
{
    private static readonly Func<Regex>[] Forms = [Latin, PlaceAlone, AgencyAlone, Chinese, Japanese];

    public static Dateline? Read(string text)
    {
        var match = Match(text);
        return match.Success ? new Dateline(match.Groups["line"].Value.Trim(), Part(match, "place"), Part(match, "agency")) : null;
    }

    /// <summary>The text without its dateline and what parts that from the report.</summary>
    public static string StrippedFrom(string text) =>
        Match(text) is { Success: true } match ? After().Replace(text[(match.Index + match.Length)..], "") : text;

    private static Match Match(string text) =>
        Forms.Select(form => form().Match(text)).FirstOrDefault(match => match.Success) ?? System.Text.RegularExpressions.Match.Empty;

    private static string? Part(Match match, string name) =>
        match.Groups[name] is { Length: > 0 } group ? group.Value.Trim(' ', ',') : null;

    // The place may be in capitals or not; the agency in parentheses is what makes it a dateline.
    [GeneratedRegex(
        @"^\s*(?<line>(?<place>\p{Lu}[\p{L}\p{M}'’ ./-]{1,40}(?:,\s\p{Lu}[\p{L}. ]{1,25})?)(?:,\s?[\p{L}\d][\p{L}\d. ]{0,18})?"
        + @"\s?\((?<agency>" + NewsAgencies.Signs + @")(?:/[\p{L}/]{2,12})?\))(?:\s?\.?[-–—]|\s—|:)",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Latin();

    // Only capitals make a dateline of a place that no agency follows.
    [GeneratedRegex(
        @"^\s*(?<line>(?<place>(?!BREAKING|UPDATE|EXCLUSIVE|LIVE|VIDEO|WATCH|OPINION"
            + @"|EDITORIAL)\p{Lu}{2}[\p{Lu} .'’-]{1,30}(?:,\s\p{Lu}[\p{L}. ]{1,20})?)(?:,\s\p{L}{3,9}\.?\s\d{1,2}(?:,\s\d{4})?"
            + @"|,\s\d{1,2}\.?\s\p{L}{3,9})?)\s(?:[–—]|--?)\s",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex PlaceAlone();

    // A Chinese dateline names its reporters before the report starts.
    [GeneratedRegex(
        @"^[】］\])）\s.:–—-]*(?:[（(][^）)]{0,20}(?:记者|記者)[^）)]{1,40}[）)])?\s*", RegexOptions.None, MatchTimeout)]
    private static partial Regex After();

    [GeneratedRegex(@"^\s*(?<line>\(?(?<agency>" + NewsAgencies.Signs + @")\)?)\s?[-–—]+\s", RegexOptions.None, MatchTimeout)]
    private static partial Regex AgencyAlone();

    [GeneratedRegex(
        @"^\s*[（(【]?(?<line>(?<agency>新华社|新華社|中新社|中新网|中央社|人民网|央视网|法新社|路透社"
            + @"|美联社)(?<place>[\p{IsCJKUnifiedIdeographs}]{2,6}?)?\s?(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊))",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^\s*(?:【(?<line>(?<place>[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}・ー]{2,12}?)(?:(?=＝)|(?<agency>時事|共同"
        + @"|ロイター|AFP時事"
            + @"|AFP)))(?:＝[^】]{2,12})?】|[［\[](?<line>(?<place>[^\s\]］]{2,12})\s?(?:\d{1,2}日)?\s?(?<agency>ロイター|AFP"
            + @"|共同|時事))[］\]])",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Japanese();
}
