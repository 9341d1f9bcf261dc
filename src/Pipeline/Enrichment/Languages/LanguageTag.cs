using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Languages;

/// <summary>Language tags in their canonical form (RFC 5646 section 4.5): <c>zh_CN</c> is <c>zh-Hans-CN</c>, <c>EN-us</c> is
/// <c>en-US</c>.</summary>
internal static partial class LanguageTag
{
    // Names and codes that publishers write where a tag belongs.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["eng"] = "en",
        ["deutsch"] = "de",
        ["german"] = "de",
        ["ger"] = "de",
        ["deu"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["spa"] = "es",
        ["chinese"] = "zh",
        ["chi"] = "zh",
        ["zho"] = "zh",
        ["cn"] = "zh-Hans",
        ["tw"] = "zh-Hant",
        ["jp"] = "ja",
        ["jpn"] = "ja",
        ["japanese"] = "ja",
        ["kr"] = "ko",
        ["kor"] = "ko",
        ["iw"] = "he",
        ["in"] = "id",
        ["no"] = "nb",
        ["gb"] = "en",
        ["ua"] = "uk",
        ["cz"] = "cs",
        ["se"] = "sv",
        ["dk"] = "da",
        ["cmn"] = "zh",
        ["zh-cmn-hans"] = "zh-Hans",
        ["zh-cmn-hant"] = "zh-Hant",
    };

    /// <summary><c>null</c> for what is no tag at all.</summary>
    public static string? Normalise(string? declared)
    {
        var tag = declared?.Trim().Replace('_', '-').Split([',', ';', ' ', '.'])[0] ?? "";
        tag = Aliases.GetValueOrDefault(tag, tag);
        if (Shape().Match(tag) is not { Success: true } match)
            return null;
        var language = match.Groups["language"].Value.ToLowerInvariant();
        language = Aliases.GetValueOrDefault(language, language);
        var region = match.Groups["region"].Value.ToUpperInvariant();
        var script = match.Groups["script"].Value is { Length: 4 } written
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(written.ToLowerInvariant()) : "";
        if (language == "zh" && script.Length == 0)
            script = region is "CN" or "SG" or "MY" ? "Hans" : region is "TW" or "HK" or "MO" ? "Hant" : "";
        return string.Join('-', new[] { language, script, region }.Where(part => part.Length > 0));
    }

    /// <summary>The language alone.</summary>
    public static string Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is >= 0 and var end ? tag[..end] : tag;

    [GeneratedRegex("^(?<language>[a-z]{2,3})(-(?<script>[a-z]{4}))?(-(?<region>[a-z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*$",
        RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Shape();
}
