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
        var text = html.AsSpan(0, Math.Min(Window, html.Length));
        for (int at = 0, next; (next = text[at..].IndexOf('/')) >= 0; at += next + 1)
        {
            if (NumbersAround(text, at + next) is not var (first, second))
                continue;
            month |= first <= 12 && second is > 12 and <= 31;
            day |= second <= 12 && first is > 12 and <= 31;
        }

        return month == day ? null : month;
    }

    // Of "3/14/2026" at its first slash 3 and 14. By hand, as a page has thousands of slashes and hardly a date.
    private static (int First, int Second)? NumbersAround(ReadOnlySpan<char> text, int slash)
    {
        var start = slash;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        var second = CountDigits(text[(slash + 1)..]);
        var end = slash + 1 + second;
        if (slash - start is not (1 or 2) || second is not (1 or 2) || (start > 0 && text[start - 1] == '/')
            || end >= text.Length || text[end] != '/' || CountDigits(text[(end + 1)..]) != 4
            || (end + 5 < text.Length && text[end + 5] == '/'))
            return null;
        return (Number(text[start..slash]), Number(text[(slash + 1)..end]));
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
            count++;
        return count;
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

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[a-z]{2}[-_][a-z]{2}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Locale();
}
