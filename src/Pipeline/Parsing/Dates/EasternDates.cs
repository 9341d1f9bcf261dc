using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Dates of Eastern Asia in numerals and years that are not those of the rest of the world.</summary>
internal static partial class EasternDates
{
    private const string Numerals = "〇一二三四五六七八九";

    // The year before each era's first: Meiji to Reiwa, and the Republic of China (Minguo), which Taiwan counts by.
    private static readonly Dictionary<string, int> Eras = new(StringComparer.Ordinal)
    {
        ["明治"] = 1867,
        ["大正"] = 1911,
        ["昭和"] = 1925,
        ["平成"] = 1988,
        ["令和"] = 2018,
        ["民國"] = 1911,
        ["民国"] = 1911,
    };

    /// <summary>The same text with 二〇二六年二月三日 as 2026年2月3日, and 令和8年 as 2026年.</summary>
    public static string Write(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u3007', '\u9fff') < 0 ? text
            : Era().Replace(Number().Replace(text, found => Read(found.Value)), Year);

    private static string Year(Match era)
    {
        var number = era.Groups[2].Value == "元" ? 1 : int.Parse(era.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{Eras[era.Groups[1].Value] + number}年");
    }

    // By position (二〇二六) or with tens (二十三).
    private static string Read(string numerals)
    {
        var plain = numerals.Replace('零', '〇').Replace('○', '〇').Replace("廿", "二十", StringComparison.Ordinal).Replace(
            "卅", "三十", StringComparison.Ordinal);
        if (plain.Split('十') is not [var tens, var ones])
            return string.Concat(plain.Where(numeral => numeral != '十').Select(Digit));
        return $"{(tens.Length == 0 ? "1" : string.Concat(tens.Select(Digit)))}{(ones.Length == 0 ? "0"
            : string.Concat(ones.Select(Digit)))}";
    }

    private static string Digit(char numeral) => Numerals.IndexOf(numeral, StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "[〇零○一二三四五六七八九十廿卅]{1,4}(?=[年月日号時时点分])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?:中華|中华)?(明治|大正|昭和|平成|令和|民國|民国)\s*(元|\d{1,3})\s*年", RegexOptions.CultureInvariant,
        MatchTimeout)]
    private static partial Regex Era();
}
