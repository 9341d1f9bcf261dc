using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Dates;

/// <summary>
/// Weekdays that stand behind the day (<c>2003. december 31., szerda</c>), by language, without accents. In front of it they
/// need not be known: a word without digits says nothing of the day.
/// </summary>
internal static partial class WeekdayNames
{
    private static readonly string[] Names =
    [
        .. "monday tuesday wednesday thursday friday saturday sunday".Split(' '),
        .. "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".Split(' '),
        .. "lundi mardi mercredi jeudi vendredi samedi dimanche".Split(' '),
        .. "lunes martes miercoles jueves viernes sabado domingo".Split(' '),
        .. "segunda terca quarta quinta sexta sabado domingo".Split(' '),
        .. "lunedi martedi mercoledi giovedi venerdi sabato domenica".Split(' '),
        .. "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".Split(' '),
        .. "понедельник вторник среда четверг пятница суббота воскресенье".Split(
            ' '),
        .. "δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη".Split(' '),
        .. "hetfo kedd szerda csutortok pentek szombat vasarnap".Split(' '),
        .. "pazartesi sali carsamba persembe cuma cumartesi pazar".Split(' '),
        .. "senin selasa rabu kamis jumat sabtu minggu".Split(' '),
        .. "понеділок вівторок середа четвер пятниця субота неділя".Split(' '),
    ];

    /// <summary>What is left of <paramref name="rest"/> without a weekday, whole or shortened to three letters or more, at its
    /// start.</summary>
    public static string Skip(string rest) =>
        FirstWord().Match(rest) is { Success: true } found
            && Array.Exists(Names, name => name.StartsWith(found.Groups[1].Value, StringComparison.Ordinal))
            ? rest[found.Length..]
            : rest;

    [GeneratedRegex(@"^[\s,]*(\p{L}{3,})(?:-feira)?\.?,?(?=\s|$)", RegexOptions.None, MatchTimeout)]
    private static partial Regex FirstWord();
}
