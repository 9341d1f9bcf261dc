using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Lines;

/// <summary>Credits that are written as a phrase: <c>By Jane Doe</c>, <c>Traduit de l'anglais par …</c>,
/// <c>「…」より転載</c>.</summary>
internal static partial class SpokenCredits
{
    // Each of the expressions but the first asks for one of these.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "eporting", "Written", "Reported", "记者", "記者", "【", "ranslated", "bersetzt", "Aus", "Tradui", "Traducid", "diting",
            "dited", "Photo", "Foto", "riginally", "irst", "zuerst", "publié", "paru", "originalmente", "本文", "转载自", "轉載自",
            "この記事", "本記事", "本稿",
        ],
        StringComparison.Ordinal);

    public static IEnumerable<Credit> Read(string line) =>
        line.AsSpan().ContainsAny(Signs) ? ReadAll(line) : Found(Byline(), line, CreditKind.Author);

    private static IEnumerable<Credit> ReadAll(string line) =>
        Found(Byline(), line, CreditKind.Author)
            .Concat(Found(Reporting(), line, CreditKind.Author))
            .Concat(Found(Reporters(), line, CreditKind.Author))
            .Concat(Found(Translation(), line, CreditKind.Translator))
            .Concat(Found(Editing(), line, CreditKind.Editor))
            .Concat(Found(Photography(), line, CreditKind.Photographer))
            .Concat(Found(Origin(), line, CreditKind.OriginalPublisher));

    private static IEnumerable<Credit> Found(Regex pattern, string line, CreditKind kind) =>
        pattern.Matches(line).Select(match => new Credit(kind, match.Groups["who"].Value.Trim()));

    // The words of a name (a full stop ends only an initial, "Jr." and "St."), with the particles that stay in lower case, and what joins
    // two names.
    private const string Word = @"\p{Lu}(?:\.(?:-?\p{Lu}\.)*|[\p{L}'’-]+(?<=Jr|Sr|St)\.|[\p{L}'’-]*)";

    private const string Names =
        @"(?<who>" + Word + @"(?:,?\s(?:" + Word + "|and|und|et|y|e|de|del|della|di|da|du|van|von|der|den|la|le|bin|al|&)){0,11})";

    private const string Outlet = @"(?<who>[\p{Lu}\p{N}][^.,;:()。，；|\n]{1,60}?)(?=\s(?:on|at|under|and\sis|and\swas|and\shas|am|le|el"
        + @"|unter|sous|bajo|und|et|y)\s|[.,;:()|]|$)";

    [GeneratedRegex(@"^(?:By|Von|Par|Por)\s" + Names + @"(?=\s*(?:$|[|,·•(/–—-]))", RegexOptions.None, MatchTimeout)]
    private static partial Regex Byline();

    // Agencies end a report with who worked on it and where: "Reporting by Jane Doe in London, John Roe in Paris; Editing by …".
    [GeneratedRegex(@"\b(?:Additional\s[Rr]eporting|Reporting|Written|Reported)\sby\s(?<who>(?:[^;()\n.]|\b\p{Lu}\.){3,160})",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Reporting();

    // 新华社北京3月1日电（记者 张三、李四）, 【ワシントン＝鈴木一郎】
    [GeneratedRegex(
        @"[（(](?:本报|本報)?(?:记者|記者)\s?(?<who>[\u4E00-\u9FFF·、，, ]{2,30})[）)]"
            + @"|^【[^＝】]{2,20}＝(?<who>[\u4E00-\u9FFF々\u3040-\u30FF ]{2,12})】",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Reporters();

    [GeneratedRegex(
        @"(?:\bTranslated\s(?:from\s[\p{L}\s]{2,40}\s)?by|\b[ÜU]bersetzt\s(?:aus\sdem\s\p{L}+\s)?von|\bAus\sdem\s\p{L}+\svon"
        + @"|\bTraduite?\s(?:de\s[\p{L}'’]+\s)?par|\bTraducid[oa]\s(?:del\s\p{L}+\s)?por)\s" + Names,
            RegexOptions.None, MatchTimeout)]
    private static partial Regex Translation();

    [GeneratedRegex(@"\b(?:[Ee]diting|[Ee]dited)\sby\s" + Names, RegexOptions.None, MatchTimeout)]
    private static partial Regex Editing();

    [GeneratedRegex(@"\b(?:Photos?|Photographs?|Fotos?)\s(?:by|von|par|de)\s" + Names, RegexOptions.None, MatchTimeout)]
    private static partial Regex Photography();

    [GeneratedRegex(
        @"(?:[Tt]his\s(?:article|story|post|piece|essay)\s(?:was\s)?(?:has\s)?(?:(?:first|originally)\s)(?:appeared|published|ran)\s(?:in"
        + @"|on|at|by)\s(?:the\s)?"
        + @"|\b(?:[Oo]riginally|[Ff]irst)\s(?:published|appeared)\s(?:in|on|at|by)\s"
        + @"|\b(?:erschien|erschienen\sist|ist|wurde)\szuerst\s(?:bei|in|auf|im)\s(?:der\s|dem\s)?"
        + @"|\b(?:a\s(?:d['’]abord\s)?été|est)\s(?:initialement\s|d['’]abord\s)?(?:publié|paru)e?\s(?:initialement\s|d['’]abord\s"
        + @"|à\sl['’]origine\s)?(?:sur|dans|par)\s"
        + @"|\b(?:fue\spublicado|se\spublicó|apareció|publicado)\soriginalmente\s(?:en|por)\s)" + Outlet
        + @"|(?:本文首发于|本文首發於|本文转载自|本文轉載自|转载自|轉載自|本文来自|本文來自"
        + @"|本文原载于)\s?(?:微信公众号|公众号)?\s?[《「“]?(?<who>[^：:》」”，。；\s（(]{2,30})"
        + @"|(?:この記事は|本記事は|本稿は)[、，]?\s?[「『]?(?<who>[^」』、。]{2,30}?)[」』]?(?:に(?:最初に"
        + @"|初めて)?掲載|から(?:の)?転載|より転載|で公開)", RegexOptions.None,
        MatchTimeout)]
    private static partial Regex Origin();
}
