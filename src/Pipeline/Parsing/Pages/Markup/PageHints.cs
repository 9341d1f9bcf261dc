using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Pages.Markup;

/// <summary>What a page tells about its dates: its language, and whether it writes the month before the day.</summary>
internal static partial class PageHints
{
    private const int Window = 500_000;

    // English is written with the day first in the countries of these domains.
    private static readonly HashSet<string> DayFirstDomains = new(StringComparer.Ordinal)
    {
        "uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "pk", "lk", "sg", "my", "hk", "mt", "eu", "zw", "ug", "tz", "zm", "na", "bw",
        "jm", "bd",
    };

    public static DateHints Read(IHtmlDocument document, string html, Uri? address)
    {
        var tag = (NotEmpty(document.DocumentElement.GetAttribute("lang"))
            ?? NotEmpty(document.QuerySelector("meta[property='og:locale'], meta[http-equiv='content-language' i]")
                ?.GetAttribute("content"))
            ?? address?.Segments.Skip(1).Take(2).Select(folder => folder.Trim('/')).FirstOrDefault(Locale().IsMatch) ?? "")
            .Trim().Replace('_', '-').ToLowerInvariant();
        var language = tag.Split('-')[0] is { Length: 2 } code ? code : null;
        return new DateHints(language, OrderOfOthers(html) ?? OrderOf(tag, language, address));
    }

    // The dates of one template are all in one order: one with a number over 12 tells it for the others.
    private static bool? OrderOfOthers(string html)
    {
        var (month, day) = (false, false);
        foreach (Match found in Slashes().Matches(html[..Math.Min(Window, html.Length)]))
        {
            var (first, second) = (Number(found.Groups[1]), Number(found.Groups[2]));
            month |= first <= 12 && second is > 12 and <= 31;
            day |= second <= 12 && first is > 12 and <= 31;
        }

        return month == day ? null : month;
    }

    private static bool? OrderOf(string tag, string? language, Uri? address) => language switch
    {
        // Only America and its neighbours write the month first.
        null => address?.Host.Split('.')[^1] is { Length: 2 } country
            && country is not ("us" or "ph" or "ca" or "tv" or "io" or "co" or "me") ? false : null,
        "en" when tag is "en-us" or "en-ph" => true,
        "en" => tag.Contains('-', StringComparison.Ordinal) && tag != "en-ca"
            || DayFirstDomains.Contains(address?.Host.Split('.')[^1] ?? "") ? false : null,
        _ => false,
    };

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[a-z]{2}[-_][a-z]{2}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Locale();

    [GeneratedRegex(@"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}(?![0-9/])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Slashes();
}
