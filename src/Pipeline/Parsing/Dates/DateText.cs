using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Parsing.Dates;

/// <summary>Brings a written date into a form in which spellings differ less.</summary>
internal static partial class DateText
{
    // The units that Chinese, Japanese and Korean write after each number stand where others write a separator.
    private static readonly (string Written, string Plain)[] Units =
    [
        ("年", "-"), ("년", "-"), ("月", "-"), ("월", "-"), ("日", " "), ("号", " "), ("일", " "),
        ("時", ":"), ("时", ":"), ("点", ":"), ("시", ":"), ("分", ":"), ("분", ":"), ("秒", " "), ("초", " "),
        ("上午", " am "), ("午前", " am "), ("오전", " am "), ("凌晨", " am "), ("早上", " am "),
        ("下午", " pm "), ("午後", " pm "), ("午后", " pm "), ("오후", " pm "), ("晚上", " pm "),
    ];

    /// <summary>Lower case, the day before the time, without accents, comments in parentheses, weekdays of Eastern Asia or digits of other
    /// scripts.</summary>
    public static string Simplify(string written)
    {
        var text = EasternDates.Write(AsciiDigits(RomanMonths.Write(written).Normalize(NormalizationForm.FormKC).Replace('−', '-')));
        text = EasternWeekday().Replace(Comment().Replace(ZoneInComment().Replace(text, " $1"), " "), " ");
        text = UnitMonth().Replace(text, "$3-$2-$1");
        foreach (var (unit, plain) in Units)
            text = text.Replace(unit, plain, StringComparison.Ordinal);
        text = SouthernDates.Write(Fold(text));
        text = GreekHalf().Replace(LatinHalf().Replace(text, "$1m"), half => half.Value[0] == 'π' ? "am" : "pm");
        text = OpenUnit().Replace(BlankInUnit().Replace(text, ""), "$1$2 ");
        return TimeFirst().Replace(WhiteSpace.Fold(text), "$2 $1");
    }

    /// <summary>Lower case without accents. The vowels of Southern Asia are marks too, but without them months could not be told
    /// apart.</summary>
    public static string Fold(string text) =>
        new string([.. text.ToLowerInvariant().Normalize(NormalizationForm.FormD)
                .Where(c => c is >= '\u0900' and <= '\u0eff' || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)])
            .Normalize(NormalizationForm.FormC).Replace('ı', 'i').Replace('ی', 'ي').Replace('ک', 'ك').Replace(
                "\u200c", "", StringComparison.Ordinal).Replace("\u200d", "", StringComparison.Ordinal);

    // Arabic, Persian, Devanagari, Bengali, Thai and all other decimal digits of Unicode.
    private static string AsciiDigits(string text) =>
        text.Any(c => c > '9' && char.IsDigit(c))
            ? string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c)) : text;

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, MatchTimeout)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\(\s*((?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?)\s*\)", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex ZoneInComment();

    [GeneratedRegex(
        @"(星期|礼拜|禮拜|周|週)[一二三四五六日天]\s*,?|[月火水木金土日]曜日?|[월화수목금토일]요일"
            + @"|^[월화수목금토일月火水木金土]\s*[,.]\s", RegexOptions.None, MatchTimeout)]
    private static partial Regex EasternWeekday();

    // "10 2월 2025": the unit of a month in the order of other languages.
    [GeneratedRegex(@"(?<![\d-])(\d{1,2})\s+(\d{1,2})[月월],?\s+(\d{4})(?!\d)", RegexOptions.None, MatchTimeout)]
    private static partial Regex UnitMonth();

    // "9:15:" and "2004-5-" are what is left of 9時15分 and 2004年5月; "2004-05- 28" of a date with blanks between its parts.
    [GeneratedRegex(@"(:\d{2}):(?!\d)|(?<=\d-)()\s+(?=\d)|(?<=^\d{4}-\d{1,2})()-$", RegexOptions.None, MatchTimeout)]
    private static partial Regex OpenUnit();

    // "p.m.", in Spanish also "p. m.".
    [GeneratedRegex(@"(?<=\d\s?)([ap])\.\s?m\b\.?", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex LatinHalf();

    [GeneratedRegex(@"(?<=\d\s?)[πμ]\.?μ\b\.?", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex GreekHalf();

    // Korean puts a blank behind each unit, also between the hours and the minutes.
    [GeneratedRegex(@"(?<=\d:)\s+(?=\d)", RegexOptions.None, MatchTimeout)]
    private static partial Regex BlankInUnit();

    // "10:14 PM, December 31, 2003" is put into the order of all other dates.
    [GeneratedRegex(
        @"^(\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:[ap]m\b|uhr|h)|\s[a-z]{2,5}(?=,))?)(?>[\s,|–-]+)(?:on\s|am\s|le\s)?(?=.*\d)(.*)$",
            RegexOptions.None, MatchTimeout)]
    private static partial Regex TimeFirst();
}
