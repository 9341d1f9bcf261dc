using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>Months in Roman numerals, as Poland and Hungary write them: <c>3 II 2026</c>, <c>2026. II. 3.</c></summary>
internal static partial class RomanMonths
{
    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>The text with its date in numbers, the largest first.</summary>
    public static string Write(string text) =>
        text.AsSpan().ContainsAny('I', 'V', 'X') ? YearFirst().Replace(DayFirst().Replace(text, InNumbers), InNumbers) : text;

    private static string InNumbers(Match date) =>
        $"{date.Groups["y"].Value}-{Array.IndexOf(Numerals, date.Groups["m"].Value) + 1}-{date.Groups["d"].Value} ";

    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})\.?\s(?<m>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\.?\s(?<y>(?:19|20)\d\d)(?!\d)\.?",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)\.\s(?<m>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\.\s(?<d>\d{1,2})(?!\d)\.?",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex YearFirst();
}
