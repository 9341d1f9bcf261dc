using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Credits;

/// <summary>Where a report was filed, as its first line says: <c>LONDON, March 3 (Reuters) -</c>, <c>新华社北京3月1日电</c>, <c>【ワシントン時事】</c>.</summary>
/// <param name="Text">As written, without what parts it from the report.</param>
/// <param name="Place">The place, where it names one.</param>
/// <param name="Agency">The agency, where it names one.</param>
internal sealed partial record Dateline(string Text, string? Place, string? Agency)
{
    public static Dateline? Read(string text)
    {
        var match = Latin().Match(text);
        if (!match.Success)
            match = AgencyAlone().Match(text);
        if (!match.Success)
            match = Chinese().Match(text);
        if (!match.Success)
            match = Japanese().Match(text);
        return match.Success ? new Dateline(match.Groups["line"].Value.Trim(), Part(match, "place"), Part(match, "agency")) : null;
    }

    private static string? Part(Match match, string name) => match.Groups[name] is { Length: > 0 } group ? group.Value.Trim(' ', ',') : null;

    private const string Agencies = "Reuters|AP|AFP|dpa|DPA|AFX|EFE|ANSA|UPI|PTI|ANI|TASS|Xinhua|Bloomberg|KNA|epd|SID|APA|Europa Press|Kyodo|Yonhap|CNN|IANS|AAP";

    // The place may be in capitals or not; the agency in parentheses is what makes it a dateline.
    [GeneratedRegex(@"^\s*(?<line>(?<place>\p{Lu}[\p{L}\p{M}'’ ./-]{1,40}(?:,\s\p{Lu}[\p{L}. ]{1,25})?)(?:,\s?[\p{L}\d][\p{L}\d. ]{0,18})?\s?\((?<agency>" + Agencies + @")\))(?:\s?\.?[-–—]|\s—|:)")]
    private static partial Regex Latin();

    [GeneratedRegex(@"^\s*(?<line>\(?(?<agency>" + Agencies + @")\)?)\s?[-–—]+\s")]
    private static partial Regex AgencyAlone();

    [GeneratedRegex(@"^\s*[（(【]?(?<line>(?<agency>新华社|新華社|中新社|中新网|中央社|人民网|央视网|法新社|路透社|美联社)(?<place>[\p{IsCJKUnifiedIdeographs}]{2,6}?)?\s?(?:\d{1,2}月)?\d{1,2}日(?:电|電|讯|訊))")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\s*(?:【(?<line>(?<place>[\p{IsCJKUnifiedIdeographs}\p{IsKatakana}・ー]{2,12}?)(?:＝[^】]{2,12}|(?<agency>時事|共同|ロイター|AFP時事|AFP)))】|[［\[](?<line>(?<place>[^\s\]］]{2,12})\s?(?:\d{1,2}日)?\s?(?<agency>ロイター|AFP|共同|時事))[］\]])")]
    private static partial Regex Japanese();
}
