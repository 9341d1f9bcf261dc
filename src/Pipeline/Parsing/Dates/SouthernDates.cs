using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Words between the parts of a date, and months of several words, in languages that write them so; all folded.</summary>
internal static partial class SouthernDates
{
    // The months of Iraq and the Levant that have two words (CLDR, ar-LB): after them each other word is a month of its own.
    private static readonly (string Written, string Plain)[] Words =
    [
        ("كانون الثاني", "يناير"), ("تشرين الاول", "اكتوبر"), ("تشرين الثاني", "نوفمبر"),
        ("كانون الاول", "ديسمبر"),
        ("الساعة", " "), ("الساعه", " "), ("ساعت", " "), ("ماه", " "), ("พ.ศ.", " "), ("เวลา", " "),
        ("ค.ศ.", " "), ("،", ","),
    ];

    public static string Write(string folded)
    {
        if (!folded.Any(c => c > '\u0100'))
            return Vietnamese().Replace(folded, "$1.$2.$3 ");
        var text = Words.Aggregate(Mongolian().Replace(folded, "$1-$2-$3 "),
            (text, word) => text.Replace(word.Written, word.Plain, StringComparison.Ordinal));
        text = ThaiYear().Replace(ThaiMonth().Replace(ThaiClock().Replace(text, "$1 "), "$1$2 "), "25$1");
        text = ArabicHalf().Replace(HebrewPreposition().Replace(text, "$1$2"), half =>
            half.Groups[1].Value + (half.Groups[2].Value[0] is 'ص' or 'ق' ? " am" : " pm"));
        return Vietnamese().Replace(text, "$1.$2.$3 ");
    }

    [GeneratedRegex(@"(?:\bthu?\s*[2-7]\s*,\s*)?(?:ngay\s+)?(\d{1,2})(?>\s*[,-]?\s*)th(?:(?:an)?g\.?\s*)?(\d{1,2})[\s,]+(?:nam\s+)?(\d{4})",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Vietnamese();

    // "2026 оны 2-р сарын 3": of the year 2026, of the second month, the third.
    [GeneratedRegex(@"(\d{4})\s?оны\s(\d{1,2})\s?(?:-\s?)?(?:р|дугаар|дүгээр)?\s?сарын\s(\d{1,2})(?:-?ны|-?ний)?",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mongolian();

    // "ก.พ." is February; "น." after a time is what "Uhr" is in German.
    [GeneratedRegex(@"([\u0e01-\u0e2e][\u0e30-\u0e3a\u0e47]?)\.([\u0e01-\u0e2e])\.", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex ThaiMonth();

    // "3 ก.พ. 69" is of the Buddhist year 2569.
    [GeneratedRegex(@"(?<=\d\s{1,2}[\u0e01-\u0e4e]{2,12}\s{1,3})(\d{2})(?![\d:.])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex ThaiYear();

    [GeneratedRegex(@"(\d)\s*น\.", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex ThaiClock();

    // "3 בפברואר": in February.
    [GeneratedRegex(@"(\d\s+)ב(\p{IsHebrew}{3,})", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex HebrewPreposition();

    // "before" and "after noon": ص and م, in Persian ق.ظ and ب.ظ.
    [GeneratedRegex(@"(\d{1,2}:\d{2}(?::\d{2})?)\s*(ص|م|ق\.ظ|ب\.ظ)\.?(?!\p{L})", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex ArabicHalf();
}
