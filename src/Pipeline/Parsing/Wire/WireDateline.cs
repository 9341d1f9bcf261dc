using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Wire;

/// <summary>The dateline of a wire item: where and when it was filed. Systems that know no place write only the date, which is
/// none.</summary>
internal static partial class WireDateline
{
    /// <summary>The dateline; <c>null</c> for an empty one and for a date alone.</summary>
    public static string? Clean(string? text)
    {
        var line = WireElements.OneLine(text);
        if (line is null || !line.Any(char.IsLetter))
            return null;
        return line.Any(char.IsDigit) && DateParser.Parse(line, TimeZoneInfo.Utc) is not null
            && Words().Matches(line).All(word => IsOfDate(word.Value)) ? null : line;
    }

    // A month, a weekday, or what stands between them ("de", "Uhr", "GMT").
    private static bool IsOfDate(string word)
    {
        var plain = new string(
            [.. word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => !char.IsControl(c) && char.IsLetter(c))]);
        return plain.Length <= 3 || MonthNames.Number(plain) is not null || WeekdayNames.Skip(plain).Length == 0;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Words();
}
