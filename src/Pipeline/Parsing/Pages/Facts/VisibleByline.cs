using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Facts;

/// <summary>Those whom a page names beside its headline, or marks as its authors.</summary>
/// <param name="head">Where to look.</param>
/// <param name="people">Tells people from what else stands in their place.</param>
/// <param name="hasDate">True for a line with a date in it.</param>
internal sealed partial class VisibleByline(ArticleHead head, PersonNames people, Func<string, bool> hasDate)
{
    private const int MaxLabelLength = 20;
    private const int MaxDatedLength = 90;
    private const int MaxNicknameLine = 70;
    private const int MaxBylineLength = 200;
    private const int MaxLoneLength = 50;
    private const int MaxAuthors = 12;

    // The longest live blogs have as many.
    private const int MaxLines = 5_000;

    public IReadOnlyList<Contributor> Read()
    {
        var marks = head.Marks.Where(mark => mark.Kinds.HasFlag(MarkKinds.Author)).ToList();
        return FromMarks([.. marks.Where(mark => mark.IsBelow)]) is { Count: > 0 } below ? below
            : FromLines(head.Below) is { Count: > 0 } beside ? beside
            : FromMarks([.. marks.Where(mark => !mark.IsBelow)]) is { Count: > 0 } above ? above
            : FromLines(head.Above) is { Count: > 0 } over ? over
            : FromDatedLines([.. head.Below, .. head.Above]) is { Count: > 0 } dated ? dated
            : FromOnlyLine();
    }

    /// <summary>Who signs a blog with the account that it is named after, where the page has nobody else.</summary>
    public IReadOnlyList<Contributor> ReadOutlets() =>
        head.Marks.Where(mark => mark.Kinds.HasFlag(MarkKinds.Author) && mark.Element.LocalName == "a" && IsExplicit(mark.Element))
            .Select(mark => people.Outlets(
                Bylines.From(mark.Element.TextContent).Where(person => person.Name.All(char.IsLetterOrDigit))))
            .FirstOrDefault(found => found.Count > 0) ?? [];

    // "11.12.2019 - Jo Reed", "Jo Reed, 3 May 2024": a line that is nothing but a date and names. In China and Japan an outlet or a place
    // stands there, in as few characters.
    private List<Contributor> FromDatedLines(IReadOnlyList<Line> lines) =>
        lines.Where(line => line.Text.Length <= MaxDatedLength && !line.IsHeading && line.LinkLength == 0 && hasDate(line.Text))
            .Select(line => people.Read(Dates().Replace(line.WithoutTimes, " | "), isPlain: true)
                .Where(person => char.IsUpper(person.Name[0]) || line.Text.Contains("기자", StringComparison.Ordinal)).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];

    // Away from the headline a line that is nothing but a byline counts where the page has no other: two are a list of articles.
    private List<Contributor> FromOnlyLine()
    {
        var bylines = head.Lines.Take(MaxLines).Select((line, at) => (Text: WithLabel(line, at, head.Lines), line.IsHeading))
            .Where(line => line.Text.Length <= MaxLoneLength && !line.IsHeading).Select(
                line => (line.Text, Lead: Lead().Match(line.Text)))
            .Where(line => line.Lead is { Success: true, Index: 0 } && line.Lead.Groups[1].Index == 0)
            .Select(line => (Behind: Bylines.WithoutTime(line.Text[line.Lead.Length..]).Trim(),
                Names: people.Read(line.Text, isPlain: true).ToList()))
            .Where(line => line.Names is [var only] && only.Name == line.Behind && !PersonNames.IsOrganisation(only.Name))
            .Select(line => line.Names[0]).DistinctBy(person => person.Name).Take(2).ToList();
        return bylines.Count == 1 ? bylines : [];
    }

    // The first mark that names anybody, with its neighbours of the same kind: two links in one line are two authors.
    private IReadOnlyList<Contributor> FromMarks(IReadOnlyList<HeadMark> marks)
    {
        var elements = marks.Select(mark => mark.Element).ToHashSet<IElement>(ReferenceEqualityComparer.Instance);
        var holders = new ContainingElements(elements);
        var leaves = marks.Where(
            mark => !holders.Contain(mark.Element) || ShortText.Read(mark.Element, ShortText.MaxLines)?.Trim().Length <= MaxBylineLength)
            .Select(mark => mark.Element).ToList();
        foreach (var leaf in leaves)
        {
            if (NamesIn(leaf).Where(person => IsExplicit(leaf) || PersonNames.LooksLikeName(person.Name)).ToList()
                is not { Count: > 0 } names)
                continue;
            var near = BeforeNextHeading(leaf).Concat(leaf.ParentElement is { } parent ? BeforeNextHeading(parent) : [])
                .ToHashSet<IElement?>(ReferenceEqualityComparer.Instance);
            var peers = leaves.Where(other => !ReferenceEquals(other, leaf) && !leaf.Contains(other) && IsPeer(leaf, other)
                && near.Contains(ReferenceEquals(other.ParentElement, leaf.ParentElement) ? other : other.ParentElement)).SelectMany(
                NamesIn).Where(person => PersonNames.LooksLikeName(person.Name));
            return [.. names.Concat(peers).DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase).Take(MaxAuthors)];
        }

        return [];
    }

    // Under the next heading another article of an issue or of an endless page is signed.
    private static IEnumerable<IElement> BeforeNextHeading(IElement element) =>
        element.ParentElement is not { } parent ? [element]
            : parent.Children.SkipWhile(child => !ReferenceEquals(child, element)).TakeWhile(
                child => ReferenceEquals(child, element) || child.LocalName is not ("h1" or "h2" or "h3"));

    // A name of one word is a person only where nothing but a person can stand.
    private static bool IsExplicit(IElement element) =>
        element.HasAttribute("rel") || (element.LocalName == "a" && MarkNames.IsProfile(element.GetAttribute("href")))
            || element.HasAttribute("itemprop")
            || element.ClassList.Any(name => name is "author" or "fn" or "author-name" or "autor" or "username");

    private static bool IsPeer(IElement first, IElement other) =>
        other.LocalName == first.LocalName && other.ClassName == first.ClassName
        && (ReferenceEquals(first.ParentElement, other.ParentElement)
            || ReferenceEquals(first.ParentElement?.ParentElement, other.ParentElement?.ParentElement));

    // A byline with links names people by them; what else stands in it is a place, a date, a way to write to them.
    private IReadOnlyList<Contributor> NamesIn(IElement mark)
    {
        if (mark.LocalName == "meta")
            return [.. people.Read(mark.GetAttribute("content"))];
        var text = string.Join(' ', Lines.FromElement(mark).Select(line => line.WithoutTimes).Where(line => line.Length > 0).Take(4));
        if (text.Length is 0 or > MaxBylineLength)
            return [];
        var links = mark.QuerySelectorAll("a[href], [itemprop=name]").Where(
            link => link.GetAttribute("href")?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) != true)
            .Where(link => !link.TextContent.Contains('@', StringComparison.Ordinal)).SelectMany(link => people.Read(link.TextContent))
            .ToList();
        if (links.Count > 0)
            return [.. links.DistinctBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
        return Lines.FromElement(mark).Take(4).Select(line => people.Read(line.WithoutTimes).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private List<Contributor> FromLines(IReadOnlyList<Line> lines) =>
        lines.Select((line, at) => (line.IsHeading, Text: WithLabel(line, at, lines)))
            .Where(line => line.Text.Length <= MaxBylineLength && !line.IsHeading && Lead().IsMatch(line.Text)
                && !Bylines.AreOthers(line.Text)).Select(
                line => people.Read(Lead().Replace(line.Text, "$1"), isPlain: true).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? FromNicknames(lines);

    // "Posted by Konstantin", "3.2.2026 13:30 von Olga": one word is a name where the line says nothing else.
    private List<Contributor> FromNicknames(IReadOnlyList<Line> lines) =>
        lines.Where(line => line.Text.Length <= MaxNicknameLine && !line.IsHeading).Select(line => Nickname().Match(line.Text))
            .Where(found => found.Success).Select(found => people.Read(found.Groups["name"].Value).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];

    // A label may stand on a line of its own over the name.
    private static string WithLabel(Line line, int at, IReadOnlyList<Line> lines) =>
        at > 0 && lines[at - 1].Text.Length <= MaxLabelLength && Label().IsMatch(lines[at - 1].Text)
            ? $"{lines[at - 1].Text.TrimEnd(':', ' ')}: {line.WithoutTimes}" : line.WithoutTimes;

    [GeneratedRegex(
        @"\A(?:" + BylineLeads.Deeds + "|" + BylineLeads.Prepositions + "|" + BylineLeads.Nouns + "|"
        + BylineLeads.EasternNouns + @"|da)\s?[:：]?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"(?:\A\W*(?:" + BylineLeads.Deeds + @"|author|autor(?:in)?\s?:)"
        + @"|\A[\d\s.:,/-]{8,24}(?:Uhr\s)?(?:von|by|par|por)):?\s+(?<name>(?-i:\p{Lu}\p{Ll}{2,15}))"
        + @"(?:\s?[|,·@–-].*|\s(?:am|on|um|at|le|el)\s.*|\s?\d.*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Nickname();

    // Digits with what stands between and around them, a month's name among them.
    [GeneratedRegex(
        @"(?:\p{L}{2,12}\.?,?\s)?\d{1,4}(?:st|nd|rd|th)?(?:\.\s?|,\s?|/|:|-|\s)(?:\p{L}{3,12}\.?,?\s|\p{L}{1,2}\s\p{L}{3,12}\s)?"
        + @"(?:\d{1,4}\S{0,6}[\s,.]{0,3}){1,4}(?:uhr|h|a\.?m\.?|p\.?m\.?)?\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Dates();

    [GeneratedRegex(
        @"\A.{0,40}?\b((?:" + BylineLeads.Deeds + "|" + BylineLeads.Prepositions + @"):? |(?:" + BylineLeads.Nouns + @")\s?[:：] ?)"
        + "|(?:" + BylineLeads.EasternNouns + @")(?:\s?[:：/／|] ?|・|\s(?=\p{Lo}{2,4}(?:\s|\z)))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Lead();
}
