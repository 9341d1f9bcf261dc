using System.Text.RegularExpressions;

namespace Pipeline.Text;

/// <summary>The news agencies whose names stand in datelines and behind bylines.</summary>
internal static partial class NewsAgencies
{
    /// <summary>As they sign, for expressions.</summary>
    public const string Signs = "Reuters|AP|AFP|dpa|DPA|dpa-AFX|AFX|EFE|ANSA|UPI|PTI|ANI|TASS|Xinhua|Bloomberg|KNA|epd|SID|APA|Europa "
        + "Press|EUROPA PRESS|Kyodo|Yonhap|CNN|IANS|AAP|NTB|TT|STT|Ritzau|PAP|Lusa|Belga|ANP";

    private const string Names = "(?:The )?Associated Press|Agence France-Presse|Press Association|新华社|新華社|中新社|中央社"
        + "|法新社|路透社|美联社|共同通信|時事通信";

    /// <summary>True for a text that is an agency's name or sign and nothing else, whatever its case.</summary>
    public static bool Contain(string text) => Whole().IsMatch(text);

    [GeneratedRegex(@"\A(?:" + Signs + "|" + Names + @")\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Whole();
}
