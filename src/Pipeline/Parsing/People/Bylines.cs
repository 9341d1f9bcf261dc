using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Text;

namespace Pipeline.Parsing.People;

/// <summary>People named in one text: a byline, or a field that holds a list of names.</summary>
internal static partial class Bylines
{
    /// <summary>
    /// The people, without "By" and its relatives, each once; an address in place of a name names nobody. Nobody is lost: a text
    /// that is only a role ("Staff Writer") stays, because it is all that is known.
    /// </summary>
    public static IEnumerable<Contributor> From(string? byline, ContributorRole role = ContributorRole.Author) =>
        Names(PlainText.From(byline) ?? "").Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Contributor(name, role));

    // "(Reporting by Jane Doe; editing by John Roe)": who edited a text did not write it.
    private static IEnumerable<string> Names(string line) =>
        WithoutAddress(Pictures().Replace(Mailbox().Replace(WhiteSpace.Fold(line.Replace('\u200b', ' ')), "$1"), ""))
            .Split(';', '；').Where(part => !Editing().IsMatch(part)).SelectMany(
                part => Written(part.Trim(' ', '(', ')', '（', '）', '【', '】')));

    /// <summary>The text without the moment behind it: <c>Jo Reed at 8:10 AM</c>.</summary>
    public static string WithoutTime(string text) => Time().Replace(text, "");

    /// <summary>True for a line about those who edited a text, translated it or took its pictures, and not about its writers.</summary>
    public static bool AreOthers(string line) => Editing().IsMatch(line) && !line.Contains(';', StringComparison.Ordinal);

    private static IEnumerable<string> Written(string part)
    {
        // A space stands between the names of Chinese reporters, and within a Japanese name.
        var names = part.Contains("记者", StringComparison.Ordinal) ? EasternSpace().Replace(Role().Replace(part, "、"), "、") : part;
        var list = WithoutTime(WithoutLead(names));
        return Group().Split(list).SelectMany(Joined).SelectMany(NameParts.Read);
    }

    // "Text: Jo Reed Foto: Al Bo", "Words by Jo Reed. Photographs by Al Bo"; but "Story and photos by Jo Reed" is all the writer's.
    [GeneratedRegex(
        @"(?<=\p{L}\s\S{2,40})(?<!\s(?:and|und|et|och|og|en|ja))[\s.,/|]{1,4}"
        + @"(?:(?:photos?|photographs?|photography|pictures?|illustrations?|fotos?|bilder|images?)\s+(?:by|von"
        + @"|par|por|di|de)\s|(?:photos?|pictures?|illustrations?|fotos?|fotografie|bild(?:er)?|beeld|kuvat?"
        + @"|zdjęcia|фото|φωτογραφίες|摄影|攝影|撮影|写真|사진)\s?[:：]).*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Pictures();

    // "jo@paper.example (Jo Reed)", as RSS has it.
    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}\s?\(([^()@]{2,60})\)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Mailbox();

    /// <summary>The text without the mailbox behind a name: <c>Jo Reed jo.reed@paper.example</c>.</summary>
    public static string WithoutAddress(string text) => Address().Replace(text, "");

    [GeneratedRegex(@"(?<=\S)\s[\w.+-]{1,64}@[\w.-]{1,100}", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Address();

    // "Di Maria" and "Von Trapp" are names: a particle is a lead only before a name of two words.
    private static string WithoutLead(string line)
    {
        var stripped = Lead().Replace(line, "");
        return stripped.Length == line.Length && Particle().Match(line) is { Success: true } particle
            && line[particle.Length..].Contains(' ', StringComparison.Ordinal)
            ? line[particle.Length..]
            : stripped;
    }

    // "Ortega y Gasset" is one name: a short word for "and" parts names only where both have two words.
    private static IEnumerable<string> Joined(string group)
    {
        var parts = Conjunction().Split(group);
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Trim().Contains(' ', StringComparison.Ordinal)) ? parts : [group];
    }

    [GeneratedRegex(
        @"\A(?:(?:\p{L}+\s+){0,3}(?:by|par)\s*[:：]?\s+|(?:" + BylineLeads.Deeds + "|" + BylineLeads.Prepositions
        + "|" + BylineLeads.EasternNouns + @"|(?:ein|eine)\s\p{L}+\s+von)\s*[:：]?\s+"
        + "|(?:" + BylineLeads.Prepositions + "|" + BylineLeads.Nouns + "|" + BylineLeads.EasternNouns + @")\s*[:：/／＝]\s*"
        + "|(?:" + BylineLeads.EasternNouns + @")・)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\A[\s(]*(?:editing|edited|compiled|translated|translation|photos?|photographs?|illustrat(?:ed|ions?)"
            + @"|fotos?|bilder|fotografías?|redigiert|bearbeitet|redaktion|übersetzt|traduit|traduction|édité|edición)"
            + @"\s+(?:by|von|par|por|di|de|door)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Editing();

    [GeneratedRegex(@"\A(?:(?:di|da|av|af)|(?-i:de)(?=\s+(?-i:\p{Lu})[\p{L}'’-]+\s+(?-i:\p{Lu})))\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Particle();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})\s+(?:通讯员|实习生|实习记者|记者)\s+",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Role();

    [GeneratedRegex(@"(?<=记者.{0,60}\p{IsCJKUnifiedIdeographs}{2})\s+(?=\p{IsCJKUnifiedIdeographs}{2,4}(?:\s|\z))",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex EasternSpace();

    // The moment that a template writes behind the name.
    [GeneratedRegex(@"\s+(?:at|on|um|am|à|alle|a\slas|kl\.?|klo)\s+\d{1,2}[:.h]\d{2}\b.{0,40}\z", RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Time();

    // "Jo Reed (with Al Bo)": the bracket opens no remark about him.
    [GeneratedRegex(
        @"\s*[;；、&＆]\s*|\s+\(?(?:and|und|et|og|och|и|και|with|mit|avec|와|과|(?-i:con|com|met|med))\s+"
            + @"|\s*,\s+(?:and|und|et|og|och|и|και)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Group();

    [GeneratedRegex(@"\s+(?:y|e|en|i|a|ja|és|ve|va|și|та|و)\s+|\s+ו(?=\p{IsHebrew}{2,20}\s\p{IsHebrew})",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Conjunction();
}
