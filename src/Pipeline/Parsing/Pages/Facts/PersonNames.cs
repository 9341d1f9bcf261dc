using System.Text.RegularExpressions;
using Pipeline.Articles;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Reads the names of people out of what a page calls its author: outlets, mailboxes, accounts, numbers and ways to follow
/// somebody are nobody.</summary>
internal sealed partial class PersonNames(SiteNames site)
{
    private const int MaxWords = 6;

    private static readonly HashSet<string> Nobody = new(Placeholders.Names, StringComparer.OrdinalIgnoreCase)
    {
        "editor", "editors", "editorial", "redaktion", "die redaktion",
        "redaction", "redacción", "redacao", "redação", "redazione",
        "rédaction", "la rédaction", "da redação", "da redacao", "la redacción", "la redazione", "de redactie", "redactie",
        "redakcja", "redakce", "редакция", "staff", "staff writer", "guest", "gast",
        "gastautor",
        "gastbeitrag", "author", "autor", "autorin", "autoren", "authors", "by", "von", "news", "nachrichten", "noticias",
        "actualités", "nyheter", "nyheder", "publisher", "human", "online", "web", "webdesk", "web desk",
        "newsroom", "news desk", "agencies", "agenturen", "kommentare", "kommentar", "comments",
        "comment", "share", "teilen", "follow", "folgen", "twitter", "facebook",
        "instagram", "e-mail", "email", "mail", "website", "profil", "profile",
        "编辑", "本报记者", "记者", "責任編輯", "记者 |", "uncategorized", "home", "startseite", "blog", "mehr", "more",
        "published", "updated", "posted", "zur person", "alle beiträge",
    };

    /// <summary>The people of a text that a page states as its author, or shows in an element for it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPlain">True where nothing but the words marks it as a byline: then only what looks like a name is one.</param>
    public IEnumerable<Contributor> Read(string? text, bool isPlain = false) =>
        Parts(Lead().Replace(OtherFacts().Replace(KoreanDot().Replace(
            Bylines.WithoutAddress(PlainText.From(text) ?? ""), ", "), "  ").Trim(), "")).Select(part =>
            WithoutOutlets([.. Bylines.From(part).Select(Cleaned).OfType<Contributor>().Where(
                person => !isPlain || LooksLikeName(person.Name))]))
            .FirstOrDefault(names => names.Count > 0) ?? [];

    // "By Ann Orme, The Hesk Herald": whom somebody writes for stands behind the name.
    private static List<Contributor> WithoutOutlets(List<Contributor> people) =>
        people.FindAll(person => !IsOrganisation(person.Name) && !person.Name.StartsWith("The ", StringComparison.Ordinal))
            is { Count: > 0 } named ? named : people;

    /// <summary>The same people without what is nobody.</summary>
    public IReadOnlyList<Contributor> Sift(IReadOnlyList<Contributor> declared)
    {
        // "The Paper, Hamburg, Germany": behind the outlet's name stands where it is.
        if (declared.Count > 1 && site.IsOutlet(declared[0].Name) && declared.Skip(1).All(
            part => !LooksLikeName(part.Name) || site.IsOutlet(part.Name)))
            return [];
        var people = declared.Select(Cleaned).OfType<Contributor>().DistinctBy(
            person => (person.Role, person.Name.ToUpperInvariant())).ToList();
        var withoutDesks = people.Where(person => !site.IsBranch(person.Name)).ToList();
        return withoutDesks.Count > 0 ? withoutDesks : people;
    }

    /// <summary>Those among them that are the outlet itself: it signs what nobody else does.</summary>
    public IReadOnlyList<Contributor> Outlets(IEnumerable<Contributor> declared) =>
        [.. declared.Where(person => person.Role == ContributorRole.Author && site.IsOutlet(person.Name) && !Nobody.Contains(person.Name)
            && !person.Name.Contains('@', StringComparison.Ordinal))];

    // Bars, dots and dates part a byline from the rest of its line.
    private static IEnumerable<string> Parts(string line) =>
        Cut().Split(line).Select(part => Trailer().Replace(part, "").Trim()).Where(part => part.Length > 1);

    private Contributor? Cleaned(Contributor person)
    {
        var name = Loose().Replace(Trailer().Replace(Short().Replace(person.Name, ""), ""), "")
            .Trim(' ', ',', '|', '·', '-', '–', ':', '*', '/', '"');
        return name.Length < 2 || Nobody.Contains(name) || NotAName().IsMatch(name) || name.Split(' ').Length > MaxWords || IsSentence(name)
            || site.IsOutlet(name) ? null : person with { Name = name };
    }

    private static bool IsSentence(string name) =>
        name.Split(' ') is { Length: >= 3 } words && words.Count(word => char.IsLower(word[0])) > words.Length / 2;

    /// <summary>True for two to five words with capitals, or in a script that has none, or a short one of Eastern Asia.</summary>
    public static bool LooksLikeName(string name) =>
        name.Split(' ') is { Length: >= 2 and <= 5 } words ? words.All(word => !char.IsLower(word[0]) || word.Length <= 3)
            && char.IsLetter(name[0]) && !char.IsLower(name[0]) : name[0] > '\u2e80' && name.Length is >= 2 and <= 4;

    /// <summary>True for the name of an outlet, a company or an office, which signs where a template has nobody else.</summary>
    public static bool IsOrganisation(string name) => Organisation().IsMatch(name);

    /// <summary>True for whoever signs with the account that a site was set up with: it publishes what others write.</summary>
    public static bool IsSharedAccount(Contributor person) =>
        person.Url?.TrimEnd('/').Split('/')[^1] is { } account && Nobody.Contains(account);

    [GeneratedRegex(
        @"\b(?:e\.\s?V|GmbH|AG|Inc|Ltd|\p{L}*Stiftung|Foundation|Magazine?|Illustrierte|\p{L}*blatt"
        + @"|\p{L}*zeitung|Times|News|Nachrichten|Online"
        + @"|\p{L}*redaktion|Verlag|Verein|Media|Press|Team|Gazette|Herald|Tribune|Rundfunk|TV|Radio|Universität|University|Institute?"
        + @"|Ministerium|Agentur|Staff|Desk|Blog)\b|(?-i:\A\p{Lu}{2,5}\z)|\.\p{L}{2,3}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Organisation();

    // A word right before a date is a weekday, or a month where the day follows; any other is somebody's surname.
    private const string Weekday =
        @"(?:(?:\p{L}{2,7}(?:day|tag|dag|di)|mittwoch|sonnabend|lunes|martes|jueves|viernes"
        + @"|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)"
        + @"[.,]{0,2}\s)?";

    private const string Day = @"\d{1,2}(?:st|nd|rd|th|er|º|ª|°)?[.:/,\s-]";

    [GeneratedRegex(
        @"\s*[|•·●‧∙｜　]\s*|\s+[-–—]\s+|\s{2,}|(?<=\p{L})\s*[,/]?\s+(?:(?:on|am|le|el|em|il|den|at|um|vom"
            + @"|op)\s+)?(?=" + Weekday + "(?:" + Day
            + @"|\p{L}{1,12}\.?\s?(?!\d{1,2}[./-]\s?\d{1,2}[./-]|\d{1,2}\.?\s\p{L}{3})" + Day + @"))|\b(?=(?:19|20)\d\d[-./年])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Cut();

    [GeneratedRegex(
        @"\A\W*(?!reda\p{L}{3,5}\s)(?:" + BylineLeads.Deeds + "|" + BylineLeads.Nouns + @")(?:\s*[:：])?\s+(?=\p{Lu}|@?\p{L}+\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Lead();

    // "김민수·이지은 기자": two reporters.
    [GeneratedRegex(@"(?<=\A[\uac00-\ud7a3]{2,4})[·・](?=[\uac00-\ud7a3]{2,4}\s기자)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex KoreanDot();

    // A line of facts in China names the source and those who edited a text beside its writer.
    [GeneratedRegex(
        @"(?<!\p{L})(?:来源|來源|稿源|责任编辑|責任編輯|责编|编辑|編輯|校对|审核|摄影|供图)"
        + @"\s?[:：]\s?[^\s:：]{1,30}",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex OtherFacts();

    // A short form of the name, a place or an account behind it.
    [GeneratedRegex(
        @"\s*\([^()]{1,40}(?:\)\s*|\z)|\s+@\w+|/\p{Lu}[\p{Lu}.-]{1,8}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        MatchTimeout)]
    private static partial Regex Short();

    // What joined the name to another that was taken off.
    [GeneratedRegex(
        @"(?<!\s)\s+(?:and|und|et|e|y|en|og|och|with|mit|avec|con|for)\s*\z", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Loose();

    [GeneratedRegex(
        @"(?<!\s)(?>\s*)(?:\b(?:e-?mail the author|view all posts.{0,200}|view (?:profile|bio|author).{0,200}|see (?:all|more).{0,200}"
        + @"|more (?:by|from"
        + @"|posts|about).{0,200}"
        + @"|all (?:posts|articles).{0,200}|alle (?:artikel|beiträge).{0,200}|zur autorenseite|follow.{0,200}|contact.{0,200}"
        + @"|about the author.{0,200}|"
        + @"mehr (?:von|zum|über).{0,200}|zum profil.{0,200}|profil anzeigen.{0,200}|ver (?:más|perfil).{0,200}|voir (?:tous"
        + @"|le profil).{0,200}|is an?\b.{0,200}|ist\b.{0,200}"
        + @"|@\s?\w+.{0,200}|for (?:the )?\p{Lu}[\w ]{1,80} on \p{Lu}\w+|im gespräch(?: mit)?|in (?=\p{L}+(?:,|$)).{0,200}))(?>\s*)\z"
        + @"|(?<!\s),?(?>\s+)(?:the\s)?(?:associated press|reuters|afp|bloomberg news|press association|cnn|bbc news|agencies)"
        + @"|(?<!\s)(?>\s+)(?:记者|記者|기자"
        + @"|특파원|报道|報道|報導|报导|撰文)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Trailer();

    [GeneratedRegex(
        @"[@#]|\d|https?:|\bwww\.|\.(?:com|de|net|org|at|ch|co|uk|fr|es|it|ru|tr)\b|[?!©]|\b(?:getty|images?|photo|foto|bild"
            + @"|picture alliance|shutterstock|istock|unsplash|reuters/|credit|copyright|cookies?|login|newsletter|kommentare?|comments?"
            + @"|minuten|min read|lesezeit|uhr|abonn\w*|posted|published|publicado|publié|veröffentlicht|publiziert|erstellt am|updated"
            + @"|aktualisiert|edit|account|autorenseite|watch live|live|přihlaste|abbruch|travel"
            + @"|schlagwörter|tags|themen|permalink)\b|[:：]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex NotAName();
}
