using System.Text.RegularExpressions;
using Pipeline.Text;

namespace Pipeline.Parsing.People;

/// <summary>What stands beside a name and is none: degrees, roles at an outlet, and places of two words.</summary>
internal static partial class Titles
{
    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "New York", "New York City", "Los Angeles", "San Francisco", "San Diego", "Las Vegas", "Washington DC", "Washington D.C",
        "Hong Kong", "Tel Aviv", "São Paulo",
        "Sao Paulo", "Buenos Aires", "Rio de Janeiro", "Mexico City", "New Delhi", "Cape Town", "Kuala Lumpur", "Abu Dhabi",
        "St Petersburg", "St. Petersburg",
        "Sankt Petersburg", "Frankfurt am Main", "Den Haag", "The Hague", "La Paz", "San José", "Santo Domingo", "Addis Ababa",
        "Phnom Penh", "Sri Lanka", "South Africa",
        "South Korea", "North Korea", "New Zealand", "Saudi Arabia", "United Kingdom", "United States", "Costa Rica", "Puerto Rico",
        "Ciudad de México", "Nueva York",
    };

    private const string Work =
        @"editor|reporter|correspondent|writer|columnist|contributor|producer|journalist|photographer|staff"
        + @"|critic|analyst|intern"
        + @"|redakteur|redakteurin|korrespondent|korrespondentin|reporterin|autorin|volontär|volontärin|redaktion|journalistin"
        + @"|chefredakteur|chefredakteurin"
        + @"|journaliste|rédacteur|rédactrice|correspondant|correspondante|reportrice|envoyée?\sspéciale?|redactor|redactora"
        + @"|corresponsal"
        + @"|periodista|enviada?\sespecial|redacción"
        + @"|giornalista|inviato|inviata|corrispondente|redattore|redattrice|redazione|repórter|jornalista|correspondente|redação"
        + @"|verslaggever|verslaggeefster|redacteur|correspondente|redactie|toimittaja|toimitus|journalisti|redaktör|redaktor|dziennikarz"
        + @"|dziennikarka|muhabir|muhabiri|editörü"
        + @"|корреспондент|журналист|обозреватель|редактор";

    /// <summary>True for a text that holds nothing but degrees, roles or a place.</summary>
    public static bool AreAll(string text) => Degrees().IsMatch(text) || Role().IsMatch(text) || Places.Contains(text);

    /// <summary>The name without a degree behind it, and without the word for the work before or behind it.</summary>
    public static string Without(string name) => Before().Replace(RoleBehind().Replace(Behind().Replace(name, ""), ""), "").Trim();

    [GeneratedRegex(
        @"\A(?:(?:MD|M\.D|PhD|Ph\.D|DPhil|MSc|M\.Sc|BSc|B\.Sc|MBA|JD|J\.D|RN|MPH|DO|D\.O|DDS|DVM|Esq|MA|M\.A|BA|B\.A|MS|BS|LLM|LLB|RD"
            + @"|FACP|CPA|CFA|OBE|MBE|CBE|KC|QC|MP|EdD|MFA|NP|PharmD|Dipl\.-Ing)\.?[\s/]*)+\z",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Degrees();

    // The word for the work, with the words that commonly qualify it.
    [GeneratedRegex(
        @"\A(?:[\p{L}’'.-]+\s+){0,4}(?:" + Work + @")(?:\s+(?:at\slarge|in\schief"
        + @"|emeritus|of\s\p{Lu}\p{L}+))?\z"
        + @"|\A(?:[\p{IsCJKUnifiedIdeographs}]{0,6}(?:记者|記者|编辑|編輯|特派员|特派員|通讯员))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Role();

    // Only the first of several degrees begins a match, so that each is looked at once.
    [GeneratedRegex(
        @"(?<!\s)(?<!\s(?:MD|M\.D\.?|PhD|Ph\.D\.?|MBA|MPH))(?:\s+(?:MD|M\.D\.?|PhD|Ph\.D\.?|MBA|MPH))+\z"
        + @"|(?<=[\uac00-\ud7a3])\s*(?:선임기자|기자|특파원|논설위원)\z"
            + @"|(?<=\p{IsCJKUnifiedIdeographs}{2})(?:\s+|\s?[/／])(?:记者|記者|文|報導"
            + @"|报道)\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Behind();

    // "Jo Reed political editor", "Jo Reed Paris correspondent": what else stands in small letters, or before a correspondent, is the
    // office. A desk is no work: "Blatt Redaktion" is a name; an agency is nobody: "AP Sports Writer" is all title.
    [GeneratedRegex(
        @"(?<!\A(?:Senior|Staff|Chief|Deputy|Associate|Assistant|Contributing|Guest|Special|Managing|Executive|Freelance|(?i:"
        + NewsAgencies.Signs + @"))\s.{0,60})"
        + @"(?<=\p{Lu}[\p{L}'’.-]{0,30}\s\p{Lu}[\p{L}'’-]{1,30})\s(?:(?:\p{Ll}[\p{L}-]{0,30}\s){0,3}"
        + @"(?!(?i:reda(?:ktion|cción|zione|ção|ctie)|toimitus|staff)\z)(?i:" + Work
        + @")|\p{Lu}[\p{L}-]{1,30}\s(?:correspondent|Korrespondent(?:in)?))\z",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex RoleBehind();

    // "Blatt-Redakteur Jo Reed"
    [GeneratedRegex(
        @"\A(?:[\p{L}-]+\s){0,2}?[\p{L}-]*(?:[Rr]edakteur|[Kk]orrespondent|[Rr]eporter|[Jj]ournalist)(?:in)?\s"
        + @"(?=\p{Lu}[\p{L}'’-]+\s\p{Lu})",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Before();
}
