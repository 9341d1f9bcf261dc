using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>
/// A day in numbers: ISO 8601 in its forms and W3C-DTF in every precision, then the orders that other countries write.
/// Which of two numbers is the month is never guessed: dots mean day first, slashes are read where one of them is above 12 or something
/// beside the date tells.
/// </summary>
internal static partial class NumericDay
{
    private static readonly Regex[] FormsInText = [YearFirstInText(), DayFirstInText(), SlashesInText(), YearApart()];
    private static readonly Regex[] Forms = [
        IsoWeek(), IsoOrdinal(), YearMonthDay(), Basic(), DayMonthYear(), Slashes(), YearMonth(), TwoDigitYear(), YearAlone()];

    /// <summary>The day with which the text begins.</summary>
    public static FoundDay? Find(string plain, DateHints hints)
    {
        foreach (var form in Forms)
        {
            if (form.Match(plain) is { Success: true } found)
                return Read(found.Groups, plain[(found.Index + found.Length)..].Trim(), hints);
        }

        return null;
    }

    /// <summary>The first day that stands anywhere in the text with its year.</summary>
    public static FoundDay? Search(string plain, DateHints hints)
    {
        var first = FormsInText.Select(form => form.Match(plain)).Where(found => found.Success).MinBy(found => found.Index);
        return first is null ? null : Read(first.Groups, plain[(first.Index + first.Length)..].Trim(), hints) is { } day
            ? day with { Before = plain[..first.Index] } : null;
    }

    private static FoundDay? Read(GroupCollection parts, string rest, DateHints hints)
    {
        var year = FoundDay.FullYear(parts["y"].Value);
        if (parts["week"].Success)
            return OfWeek(year, Number(parts["week"], 1), Number(parts["weekday"], 1), rest);
        if (parts["ordinal"].Success)
            return OfOrdinal(year, Number(parts["ordinal"], 1), rest);
        if (parts["a"].Success)
            return OfTwo(year, Number(parts["a"], 1), Number(parts["b"], 1), rest, hints);
        return new FoundDay(year, Number(parts["m"], 1), Number(parts["d"], 1), rest);
    }

    private static FoundDay? OfWeek(int year, int week, int weekday, string rest)
    {
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7)
            return null;
        var day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        return new FoundDay(day.Year, day.Month, day.Day, rest);
    }

    private static FoundDay? OfOrdinal(int year, int ordinal, string rest)
    {
        if (year is < 1 or > 9999 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateOnly(year, 1, 1).AddDays(ordinal - 1);
        return new FoundDay(year, day.Month, day.Day, rest);
    }

    private static FoundDay? OfTwo(int year, int first, int second, string rest, DateHints hints) => (first, second) switch
    {
        ( > 12, <= 12) => new FoundDay(year, second, first, rest),
        ( <= 12, > 12) => new FoundDay(year, first, second, rest),
        _ when first == second => new FoundDay(year, first, second, rest),
        _ when hints.IsMonthFirst is { } isMonthFirst =>
            new FoundDay(year, isMonthFirst ? first : second, isMonthFirst ? second : first, rest),
        _ => null,
    };

    private static int Number(Group group, int otherwise) =>
        group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    [GeneratedRegex(@"^(?<y>\d{4})-?w(?<week>\d{2})(-?(?<weekday>[1-7]))?(?![\d-])", RegexOptions.None, MatchTimeout)]
    private static partial Regex IsoWeek();

    [GeneratedRegex(@"^(?<y>\d{4})-?(?<ordinal>\d{3})(?![\d-])", RegexOptions.None, MatchTimeout)]
    private static partial Regex IsoOrdinal();

    [GeneratedRegex(@"^(\p{L}[^\d]{0,40}[\s:])?(?<y>\d{4})(?<s>[-./])\s?(?<m>\d{1,2})\k<s>\s?(?<d>\d{1,2})(?!\d)[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?=$|[t ]|\d{4}(\d{2})?([^\d]|$))", RegexOptions.None, MatchTimeout)]
    private static partial Regex Basic();

    [GeneratedRegex(@"^(\p{L}[^\d]{0,40}[\s:])?(?<d>\d{1,2})(?<s>\.\s?|-)(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d{2}(?![\d:]))(?!\d)[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(\p{L}[^\d]{0,40}[\s:])?(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4}|\d{2}(?![\d:]))(?!\d),?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^(?<y>\d{4})([-/]?(?<m>\d{2})|[-/](?<m>\d))(?=$|t| \d{1,2}:)", RegexOptions.None, MatchTimeout)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(?<y>\d{2})-(?<m>\d{2})(-(?<d>\d{2}))?(?=$|t)", RegexOptions.None, MatchTimeout)]
    private static partial Regex TwoDigitYear();

    [GeneratedRegex(@"^(?<y>\d{4})(?=$|t)", RegexOptions.None, MatchTimeout)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"(?<![\d./-]|\d:)(?<y>\d{4})(?<s>[-./])\s?(?<m>\d{1,2})\k<s>\s?(?<d>\d{1,2})(?!\d)[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex YearFirstInText();

    [GeneratedRegex(@"(?<![\d./-]|\d:)(?<d>\d{1,2})(?<s>\.\s?|-)(?<m>\d{1,2})\k<s>(?<y>\d{4}|\d{2}(?![\d:.]))(?!\d)[.,]?",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex DayFirstInText();

    [GeneratedRegex(@"(?<![\d./-]|\d:)(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4}|\d{2}(?![\d:/]))(?!\d),?", RegexOptions.None, MatchTimeout)]
    private static partial Regex SlashesInText();

    // A year and a day in boxes side by side: "2025 02/03".
    [GeneratedRegex(@"^(?<y>(?:19|20)\d\d) (?<m>\d{2})/(?<d>\d{2})(?![\d/])", RegexOptions.None, MatchTimeout)]
    private static partial Regex YearApart();
}
