using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Parsing.People;

/// <summary>
/// Parts a text at its commas into names. A comma stands between two names, before a surname's given name ("Doe, Jane"), a degree, a
/// role, a place or an outlet; how many words stand on each side of it tells which.
/// </summary>
internal static partial class NameParts
{
    // Longer "names" are biographies or the whole header of a page.
    private const int MaxNameLength = 80;

    /// <summary>The names, in order.</summary>
    public static IEnumerable<string> Read(string text)
    {
        var parts = Comma().Split(text).Select(Clean).Where(
            part => part.Length is > 0 and <= MaxNameLength && !part.Contains("://", StringComparison.Ordinal)).ToList();
        if (parts is [var surname, var given] && IsGivenNameFirst(surname, given) && text.AsSpan().ContainsAny(',', '，'))
            return [$"{given} {surname}"];
        var names = WithSuffixes(parts.Where((part, index) => index == 0 || !Titles.AreAll(part)).ToList());
        var people = names.Count > 1 && Titles.AreAll(names[0]) ? names[1..] : names;
        return people.Exists(HasTwoWords) ? people.Where((name, index) => index == 0 || HasTwoWords(name) || NewsAgencies.Contain(name))
            : people;
    }

    // "Doe, Jane" and "van Dijk, J. P.": one surname with its particles, and given names.
    private static bool IsGivenNameFirst(string surname, string given) =>
        Surname().IsMatch(surname) && GivenNames().IsMatch(given) && !Titles.AreAll(given) && !NewsAgencies.Contain(given)
            && !Suffix().IsMatch(given);

    private static string Clean(string part)
    {
        // "dpa/Jo Reed"
        var person = part.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && NewsAgencies.Contain(part[..slash])
            ? part[(slash + 1)..] : part;
        var bare = Place().Replace(InBrackets().Replace(Handle().Replace(person, ""), ""), "");
        bare = Institution().IsMatch(bare) ? bare : Client().Replace(bare, "");
        bare = Sign().Replace(bare, "");
        var name = Titles.Without(bare.Trim(' ', ',', '|', '·', '•', '-', '–', '—', ':', ')'));
        return FullStop().IsMatch(name) ? name[..^1] : name;
    }

    // "Martin Luther King, Jr." is one name.
    private static List<string> WithSuffixes(List<string> parts)
    {
        var names = new List<string>();
        foreach (var part in parts)
        {
            if (names.Count > 0 && Suffix().IsMatch(part))
                names[^1] = $"{names[^1]} {part}";
            else
                names.Add(part);
        }

        return names;
    }

    // Chinese, Japanese and Korean names are written without a space.
    private static bool HasTwoWords(string name) =>
        name.Contains(' ', StringComparison.Ordinal) || name.Any(c => c is >= '\u3040' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3');

    [GeneratedRegex(@"\s*[,，،]\s*|\s*[|｜·•]\s*|\s+[-–—/]+\s+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"\A(?:(?:van|von|de|den|der|del|della|di|da|du|la|le|bin|al|ten|ter|dos|das|Mc|Mac|O)\s+){0,3}\p{Lu}[\p{L}\p{M}'’-]*\z",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Surname();

    [GeneratedRegex(
        @"\A\p{Lu}[\p{Ll}\p{M}'’-]*\.?(?:[\s-]\p{Lu}[\p{Ll}\p{M}'’-]*\.?){0,2}\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex GivenNames();

    [GeneratedRegex(@"\A(?:Jr|Sr|II|III|IV)\.?\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Suffix();

    // "Jane Doe in Paris": only behind a name of two words.
    [GeneratedRegex(@"(?<=\S\s\S{1,40})\s+(?:in|aus|à|在)\s+\p{Lu}.*\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Place();

    // "Jane Doe (Paris)", also where the last bracket has been taken off with those around the whole.
    [GeneratedRegex(@"(?<=\S\s\S{1,40})\s\([^()]{1,40}\)?\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex InBrackets();

    // "Jane Doe for The Paper", "Jane Doe, für die Zeitung": whom somebody wrote for is no part of the name.
    [GeneratedRegex(
        @"(?:\A|(?<=\S\s\S{1,40})\s+)(?:(?:for\s+(?:the\s+)?|für\s+(?:die|das|den)\s+|voor\s+(?:de|het)\s+"
        + @"|(?:pour|para|per|för)\s+(?:\p{L}{2,3}\s+)?)\p{Lu}|For\s+The\s).*\z",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Client();

    // "Jane Doe/AP", "Åsa Berg/NX": the sign of whom somebody writes for.
    [GeneratedRegex(@"(?<=\S\s\S{1,40})/\p{Lu}{2,8}\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Sign();

    // "Center for …", "Landesanstalt für …": what it is for is its name.
    [GeneratedRegex(
        @"\b(?:cent(?:er|re)|cent[eo]?ro?|institut\w*|council|committee|commission|department|ministr[yio]\w*|ministère|offices?|agency"
        + @"|foundation|fund|association|society|union|school|alliance|coalition|campaign|\w*amt|\w*anstalt|\w*ministerium|departement"
        + @"|\w*zentrum|\w*verband|\w*verein|\w*gesellschaft|\w*stiftung|\w*büro|fundaci[oó]n\w*|asociaci[oó]n|comit[eé]\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Institution();

    // The end of a sentence, and not of an initial or of "Jr.".
    [GeneratedRegex(@"\p{Ll}{4}\.\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex FullStop();

    [GeneratedRegex(@"\s*\(?@[\w.]{2,40}\)?", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Handle();
}
