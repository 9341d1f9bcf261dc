using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>A day with its month in words, in any order that keeps day and year apart: RFC 822 and its successors, <c>asctime</c>, and
/// prose dates.</summary>
internal static partial class WordedDay
{
    private static readonly Regex[] Forms = [
        DayMonthYear(), MonthDayYear(), YearMonthDay(), YearDayMonth(), MonthDayTimeYear(), DayMonthTimeYear(), MonthYear()];

    public static FoundDay? Find(string plain, DateHints hints)
    {
        foreach (var form in Forms)
        {
            foreach (Match found in form.Matches(plain))
            {
                if (MonthNames.Number(found.Groups["m"].Value, hints.Language) is { } month)
                    return Read(found, month, plain);
            }
        }

        return null;
    }

    private static FoundDay Read(Match found, int month, string plain)
    {
        var day = found.Groups["d"].Success ? int.Parse(found.Groups["d"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        var rest = found.Groups["rest"].Success ? found.Groups["rest"].Value : plain[(found.Index + found.Length)..];
        return new FoundDay(FoundDay.FullYear(found.Groups["y"].Value), month, day, rest.Trim()) { Before = plain[..found.Index] };
    }

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|o|°|\.)?[\s,/-]*(?:(?:de|of|di|den) |(?:d|ta)['’] ?)?(?<m>[\p{L}\p{M}]{2,})\.?,?[\s,/-]*"
            + @"(?:(?:de|del|of) )?'?(?<y>\d{4}|\d{2,3}(?![\d:]))(?: ?(?:года?|г|року|р|година|год|god|r|gada"
            + @"|εν)\b)?\.?,?",
            RegexOptions.None,
            MatchTimeout)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<![\p{L}\p{M}])(?<m>[\p{L}\p{M}]{3,})\.?[\s-]*(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s,-]+(?<y>\d{4})(?!\d),?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(
        @"(?<!\d)(?<y>\d{4})(?:\s?e?ko\b)?[.\s,-]*(?:m\.\s*)?(?<m>[\p{L}\p{M}]{3,})\.?[\s-]*(?<d>\d{1,2})(?:-\p{L}{2}|a\b)?(?![\d:])"
            + @"(?:\s?d\b)?[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex YearMonthDay();

    // "2026. gada 3. februāris" in Latvian, "2026 жылғы 3 ақпан" in Kazakh.
    [GeneratedRegex(
        @"(?<!\d)(?<y>\d{4})\.?\s?(?:(?:gada|жылғы|жылы|жыл)\s)(?<d>\d{1,2})\.?\s?(?<m>[\p{L}\p{M}]{3,})[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex YearDayMonth();

    [GeneratedRegex(
        @"(?<![\p{L}\p{M}])(?<m>[\p{L}\p{M}]{3,})\.? +(?<d>\d{1,2}),? +(?<rest>\d{1,2}:\d{2}(?::\d{2})?[^\d]*(?:[+-]\d{2}:?\d{2})?) +(?<y"
            + @">\d{4})$", RegexOptions.None, MatchTimeout)]
    private static partial Regex MonthDayTimeYear();

    [GeneratedRegex(
        @"(?<d>\d{1,2})[ -](?<m>[\p{L}\p{M}]{3,})\.? +(?<rest>\d{1,2}:\d{2}(?::\d{2})?[^\d]*(?:[+-]\d{2}:?\d{2})?) +(?<y>\d{4})$",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex DayMonthTimeYear();

    [GeneratedRegex(@"^(?<m>[\p{L}\p{M}]{3,})\.?,? (?:(?:de|del|of) )?(?<y>\d{4})$", RegexOptions.None, MatchTimeout)]
    private static partial Regex MonthYear();
}
