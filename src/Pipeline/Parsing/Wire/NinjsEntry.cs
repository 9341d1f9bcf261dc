using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Html;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Wire;

/// <summary>Makes an entry of a ninjs item.</summary>
internal static class NinjsEntry
{
    private static readonly string[] EmbargoNames = ["embargoed", "embargoeduntil", "embargo"];

    public static ParsedEntry Outcome(NinjsObject item, ParserInput input)
    {
        var entry = Read(item, input);
        if (entry.ContentHtml is null && item.Has("eventDetails"))
            return new ParsedEntry.Unreadable(
                entry.Title ?? item.Text("title") ?? "an event", "an event: it describes what happens where and when and is no article");
        return WireOutcome.ForEntry(entry, item.Text("type")?.ToLowerInvariant());
    }

    /// <summary>True for a part of a package that is a story of its own.</summary>
    public static bool IsTextWithBody(NinjsObject item) => item.Text("type") == "text" && NinjsBody.Html(item) is not null;

    private static Entry Read(NinjsObject item, ParserInput input)
    {
        var body = NinjsBody.Html(item);
        return new Entry
        {
            SourceId = item.Text("uri", "guid"),
            SourceIdIsGlobal = true,
            Title = NinjsBody.Headline(item) ?? WireElements.OneLine(item.Text("title", "name", "slugline")),
            SummaryHtml = NinjsBody.Summary(item),
            ContentHtml = body,
            Published = Date("firstcreated") ?? Date("contentcreated") ?? Date("versioncreated"),
            Updated = Date("versioncreated"),
            Language = item.Text("language"),
            Contributors = People(item),
            Categories = [
                .. item.Objects("subject", "subjects").Select(Subject).OfType<Category>().Concat(
                    item.Texts("keywords").Select(PlainText.From).OfType<string>().Select(keyword => new Category(keyword))).Distinct()],
            Images = NinjsImages.Read(item),
            Publisher = Provider(item) is { } name ? new Publisher(name) : null,
            Dateline = WireDateline.Clean(item.Text("dateline")) ?? item.Text("located"),
            Rights = item.Text("copyrightnotice", "copyrightholder", "usageterms"),
            Wire = Management(item, input.Zone),
        };

        PublishedDate? Date(string field) => DateParser.Parse(item.Text(field) ?? "", input.Zone);
    }

    // Superdesk names its authors in a list beside the byline.
    private static List<Contributor> People(NinjsObject item)
    {
        var byline = Bylines.From(item.Text("byline", "by")).ToList();
        return byline.Count > 0 ? byline : [
            .. item.Objects("authors", "author").SelectMany(author => Bylines.From(author.Text("name"))).DistinctBy(person => person.Name)];
    }

    private static string? Provider(NinjsObject item) =>
        item.Objects("infosource", "infosources").Select(source => source.Text("name")).FirstOrDefault(name => name is not null)
            ?? item.Text("provider", "source");

    private static WireFacts Management(NinjsObject item, TimeZoneInfo zone) => new()
    {
        Version = WireStatuses.Version(item.Text("version")),
        Status = item.Has("pubstatus") ? WireStatuses.Parse(item.Text("pubstatus") ?? "") : WireStatus.Usable,
        Embargo = Embargo(item, zone),
        Urgency = WireStatuses.Urgency(item.Text("urgency")),
        EditorNote = item.Text("ednote"),
    };

    // embargoed in 1.x and 2.x, embargoedUntil in 3.x, embargo in the answers of Superdesk; a value that is no text states an embargo that
    // cannot be read.
    private static Embargo? Embargo(NinjsObject item, TimeZoneInfo zone) =>
        EmbargoNames.Any(item.Has) ? WireStatuses.EmbargoOf(item.Text(EmbargoNames), zone) : null;

    private static Category? Subject(NinjsObject subject)
    {
        var name = PlainText.From(subject.Text("name"));
        var code = subject.Text("uri") ?? subject.Text("code") ?? subject.Text("literal");
        return (code ?? name) is { } term ? new Category(term, code is null || code == name ? null : name, subject.Text("scheme")) : null;
    }
}
