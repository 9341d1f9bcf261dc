using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Wire;

/// <summary>Makes an entry of a ninjs item.</summary>
internal static class NinjsEntry
{
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
            SourceId = item.Text("uri"),
            SourceIdIsGlobal = true,
            Title = NinjsBody.Headline(item) ?? WireElements.OneLine(item.Text("title")),
            SummaryHtml = NinjsBody.Summary(item),
            ContentHtml = body,
            Published = Date("firstcreated") ?? Date("contentcreated") ?? Date("versioncreated"),
            Updated = Date("versioncreated"),
            Language = item.Text("language"),
            Contributors = [.. Bylines.From(item.Text("byline", "by"))],
            Categories = [
                .. item.Objects("subject", "subjects").Select(Subject).OfType<Category>().Concat(
                    item.Texts("keywords").Select(keyword => new Category(keyword))).Distinct()],
            Images = NinjsImages.Read(item),
            Publisher = item.Objects("infosource", "infosources").Select(source => source.Text("name")).FirstOrDefault(
                name => name is not null) is { } name ? new Publisher(name) : null,
            Dateline = item.Text("dateline", "located"),
            Rights = item.Text("copyrightnotice", "copyrightholder", "usageterms"),
            Wire = Management(item, input.Zone),
        };

        PublishedDate? Date(string field) => DateParser.Parse(item.Text(field) ?? "", input.Zone);
    }

    private static WireFacts Management(NinjsObject item, TimeZoneInfo zone) => new()
    {
        Version = WireStatuses.Version(item.Text("version")),
        Status = item.Has("pubstatus") ? WireStatuses.Parse(item.Text("pubstatus") ?? "") : WireStatus.Usable,
        Embargo = Embargo(item, zone),
        Urgency = WireStatuses.Urgency(item.Text("urgency")),
        EditorNote = item.Text("ednote"),
    };

    // embargoed in 1.x and 2.x, embargoedUntil in 3.x; a value that is no text states an embargo that cannot be read.
    private static Embargo? Embargo(NinjsObject item, TimeZoneInfo zone) =>
        item.Has("embargoed") || item.Has("embargoeduntil") ? WireStatuses.EmbargoOf(item.Text("embargoed", "embargoeduntil"), zone) : null;

    private static Category? Subject(NinjsObject subject)
    {
        var name = subject.Text("name");
        var code = subject.Text("uri") ?? subject.Text("code") ?? subject.Text("literal");
        return (code ?? name) is { } term ? new Category(term, code is null || code == name ? null : name, subject.Text("scheme")) : null;
    }
}
