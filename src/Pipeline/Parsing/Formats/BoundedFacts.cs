using System.Globalization;
using System.Text;
using Pipeline.Articles;

namespace Pipeline.Parsing.Formats;

/// <summary>
/// Holds the facts of entries within what a store takes and a reader uses: texts of one line are cut, lists end, and addresses that
/// are too long or of a scheme that is no address for a reader (<c>javascript:</c>, <c>data:</c>) are left out. A note says what was cut.
/// </summary>
internal static class BoundedFacts
{
    /// <summary>Characters of a title, a section, a notice: ten times the longest headline that a newsroom writes.</summary>
    public const int MaxLine = 1_000;

    /// <summary>Characters of a name, a term or a code.</summary>
    public const int MaxName = 300;

    /// <summary>Characters of a reason or a note.</summary>
    public const int MaxReason = 500;

    /// <summary>Characters of HTML, of which enrichment reads no more.</summary>
    public const int MaxHtml = 4_000_000;

    private const int MaxPeople = 100;
    private const int MaxCategories = 200;
    private const int MaxImages = 200;
    private const int MaxEnclosures = 100;
    private const int MaxClaims = 20;
    private const int MaxNotes = 50;

    public static ParseResult Bound(ParseResult result) => result switch
    {
        ParseResult.Parsed parsed => Bound(parsed),
        ParseResult.Rejected rejected => rejected with { Reason = Text(rejected.Reason, MaxReason)! },
        ParseResult.Archive archive => archive with { Notes = Notes(archive.Notes) },
        _ => result,
    };

    private static ParseResult.Parsed Bound(ParseResult.Parsed parsed)
    {
        var cut = new List<string>();
        ParsedEntry[] entries = [.. parsed.Entries.Select((entry, index) => Bound(entry, index, cut))];
        return parsed with { Entries = entries, Notes = Notes([.. parsed.Notes, .. cut]) };
    }

    private static ParsedEntry Bound(ParsedEntry entry, int index, List<string> cut)
    {
        switch (entry)
        {
            case ParsedEntry.Readable readable:
                var bound = Bound(readable.Entry);
                if (DescribeCuts(readable.Entry, bound) is { Length: > 0 } facts)
                    cut.Add(string.Create(CultureInfo.InvariantCulture, $"entry {index}: {facts} cut to what can be kept"));
                return new ParsedEntry.Readable(bound);
            case ParsedEntry.Unreadable unreadable:
                return new ParsedEntry.Unreadable(Text(unreadable.Label, MaxLine)!, Text(unreadable.Reason, MaxReason)!);
            default:
                return entry;
        }
    }

    private static Entry Bound(Entry entry) => entry with
    {
        SourceId = Id(entry.SourceId),
        Url = Address(entry.Url),
        UrlClaims = [.. entry.UrlClaims.Where(claim => Address(claim.Url) is not null).Take(MaxClaims)],
        Title = Text(entry.Title, MaxLine),
        SummaryHtml = Text(entry.SummaryHtml, MaxHtml),
        ContentHtml = Text(entry.ContentHtml, MaxHtml),
        Language = Text(entry.Language, MaxName),
        Contributors = [.. entry.Contributors.Take(MaxPeople).Select(Bound)],
        Categories = [.. entry.Categories.Take(MaxCategories).Select(Bound)],
        Images = [.. entry.Images.Where(image => Address(image.Url) is not null).Take(MaxImages).Select(Bound)],
        Enclosures = [.. entry.Enclosures.Where(enclosure => Address(enclosure.Url) is not null).Take(MaxEnclosures).Select(Bound)],
        Publisher = Bound(entry.Publisher),
        OriginalPublisher = Bound(entry.OriginalPublisher),
        Section = Text(entry.Section, MaxLine),
        Dateline = Text(entry.Dateline, MaxLine),
        Rights = Text(entry.Rights, MaxLine),
        Wire = entry.Wire is { } wire ? Bound(wire) : null,
    };

    private static Publisher? Bound(Publisher? publisher) =>
        publisher is null ? null : new Publisher(Text(publisher.Name, MaxName), Address(publisher.Url), Address(publisher.Icon));

    private static Contributor Bound(Contributor person) =>
        person with { Name = Text(person.Name, MaxName)!, Email = Text(person.Email, MaxName), Url = Address(person.Url) };

    private static Category Bound(Category category) =>
        new(Text(category.Term, MaxName)!, Text(category.Name, MaxName), Text(category.Scheme, MaxName));

    private static ArticleImage Bound(ArticleImage image) =>
        image with { Alt = Text(image.Alt, MaxLine), Caption = Text(image.Caption, MaxLine), Credit = Text(image.Credit, MaxName) };

    private static Enclosure Bound(Enclosure enclosure) => enclosure with { MediaType = Text(enclosure.MediaType, MaxName) };

    // Which items are withdrawn is never cut: to forget one would leave it published.
    private static WireFacts Bound(WireFacts wire) => wire with
    {
        Correction = Text(wire.Correction, MaxLine),
        EditorNote = Text(wire.EditorNote, MaxLine),
        Kills = [.. wire.Kills.Select(id => Id(id)!)],
    };

    private static string? Address(string? address) => SafeAddress.Find(Text(address, int.MaxValue));

    // Two ids that differ only behind the cut stay two.
    private static string? Id(string? id) =>
        Text(id, int.MaxValue) is { Length: > MaxLine } longer ? $"{Text(longer, MaxName)}#{StableHash.Id(longer)}" : Text(id, MaxLine);

    private static string DescribeCuts(Entry was, Entry entry) => string.Join(", ", Cuts(was, entry));

    private static IEnumerable<string> Cuts(Entry was, Entry entry)
    {
        if (was.Title?.Length > MaxLine)
            yield return "the title";
        if (was.SourceId?.Length > MaxLine)
            yield return "the id";
        if (was.ContentHtml?.Length > MaxHtml || was.SummaryHtml?.Length > MaxHtml)
            yield return "the text";
        if (was.Contributors.Count > entry.Contributors.Count || was.Contributors.Any(person => person.Name.Length > MaxName))
            yield return "its people";
        if (was.Categories.Count > entry.Categories.Count || was.Categories.Any(category => category.Term.Length > MaxName))
            yield return "its categories";
        if (was.Images.Count > MaxImages)
            yield return "its images";
        if (was.Enclosures.Count > MaxEnclosures)
            yield return "its enclosures";
    }

    private static string[] Notes(IReadOnlyList<string> notes) =>
        notes.Count <= MaxNotes ? [.. notes.Select(note => Text(note, MaxReason)!)]
        : [.. notes.Take(MaxNotes).Select(note => Text(note, MaxReason)!),
            string.Create(CultureInfo.InvariantCulture, $"and {notes.Count - MaxNotes} more")];

    /// <summary>The text within the length, an ellipsis where it was cut, and without halves of surrogate pairs, which no encoding can
    /// hold.</summary>
    internal static string? Text(string? text, int length)
    {
        if (text is null)
            return null;
        var whole = text.Length <= length ? text : $"{text[..(length - 1)].TrimEnd()}…";
        return HasLoneSurrogate(whole) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole)) : whole;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            at++;
        }

        return false;
    }
}
