using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pipeline.Articles;
using Pipeline.Parsing.Pages.Facts;
using Pipeline.Parsing.Pages.Markup;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Pages.Body;

/// <summary>The names under or over the text itself, where a page has no other place for them: "Von Jo Reed" behind the last
/// paragraph.</summary>
internal static partial class Signature
{
    private const int MaxLength = 120;

    // A signature is the last line, or stands over a contact or a source; one over the text is among the first.
    private const int LinesAtEnd = 3;
    private const int LinesBefore = 4;

    // Notes and sources may follow the name.
    private const int LinesWithNotes = 6;
    private const int MaxBareLength = 60;

    /// <summary>The people; empty where the text is not signed.</summary>
    /// <param name="lines">The article's lines.</param>
    /// <param name="people">Tells people from what else stands in their place.</param>
    public static IReadOnlyList<Contributor> Read(IReadOnlyList<Line> lines, PersonNames people) =>
        lines.TakeLast(LinesAtEnd).Reverse().Concat(lines.Take(LinesBefore))
            .Where(line => line.Text.Length <= MaxLength && !line.IsHeading)
            .Select(line => Read(line.Text, people)).FirstOrDefault(found => found.Count > 0) ?? [];

    /// <summary>The people whom a line in bold before the first paragraph names, and nothing else: no more than a guess, for a text that is
    /// signed by its outlet.</summary>
    /// <param name="lines">The article's lines.</param>
    /// <param name="people">Tells people from what else stands in their place.</param>
    public static IReadOnlyList<Contributor> ReadBare(IReadOnlyList<Line> lines, PersonNames people) =>
        lines.Take(LinesBefore).TakeWhile(line => Prose.Measure(line) == 0)
            .Where(line => !line.IsHeading && line.Text.Length <= MaxBareLength && line.LinkLength == 0 && line.Nodes.All(IsBold))
            .Select(line => line.Text.Split('/').SelectMany(name => people.Read(name, isPlain: true)).ToList())
            .FirstOrDefault(names => names.Count > 0 && names.TrueForAll(person => !PersonNames.IsOrganisation(person.Name))) ?? [];

    /// <summary>The people whom an emphasised line under the text names, and nothing else, where it is the only such line.</summary>
    /// <param name="lines">The article's lines.</param>
    /// <param name="people">Tells people from what else stands in their place.</param>
    public static IReadOnlyList<Contributor> ReadBareAtEnd(IReadOnlyList<Line> lines, PersonNames people)
    {
        var bare = lines.Select((line, at) => (At: at, Names: NamesAlone(line, people))).Where(line => line.Names.Count > 0).ToList();
        return bare is [var only] && only.At >= lines.Count - LinesWithNotes && only.At > 0 && Prose.Measure(lines[only.At - 1]) > 0
            ? only.Names : [];
    }

    private static List<Contributor> NamesAlone(Line line, PersonNames people) =>
        line.IsHeading || line.IsQuoted || line.Text.Length > MaxBareLength || line.LinkLength > 0 || !line.Nodes.All(IsEmphasised) ? []
            : people.Read(line.Text, isPlain: true).ToList() is var names && names.Sum(person => person.Name.Length) + 1 >= line.Text.Length
                && names.TrueForAll(person => !PersonNames.IsOrganisation(person.Name)) ? names : [];

    private static bool IsEmphasised(INode text) =>
        string.IsNullOrWhiteSpace(text.TextContent) || text.ParentElement?.Closest("strong, b, em, i") is not null;

    private static bool IsBold(INode text) =>
        string.IsNullOrWhiteSpace(text.TextContent) || text.ParentElement?.Closest("strong, b") is not null;

    private static List<Contributor> Read(string line, PersonNames people) => Lead().Match(line) is { Success: true } lead
        ? [.. people.Read(Illustration().Replace(line[lead.Length..], ""), isPlain: true)] : [];

    [GeneratedRegex(
        @"\A\W*(?:" + BylineLeads.Deeds + "|" + BylineLeads.Prepositions + "|" + BylineLeads.Nouns + @"|di)\s?:?\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Lead();

    // Who drew or photographed stands in the same line.
    [GeneratedRegex(
        @"\s+(?:illustration(?:en)?|fotos?|photos?|photograph(?:s|y|ies)?|bilder?|grafik(?:en)?)\s?(?:by|von|par|por|:).{0,120}\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Illustration();
}
