using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads one NewsML-G2 item. The facts of the item count before those of an NITF document inside it.</summary>
internal static class NewsMlItem
{
    public static ParsedEntry Read(XElement item, ParserInput input)
    {
        if (WhyNoArticle(item.Name.LocalName) is { } reason)
            return new ParsedEntry.Unreadable(Label(item), reason);
        var itemClass = item.Child("itemMeta").Child("itemClass");
        var code = (itemClass.Fact("qcode") ?? itemClass.Fact("uri"))?.Split(':', '/')[^1].ToLowerInvariant();
        return WireOutcome.ForEntry(Entry(item, input), code);
    }

    private static string? WhyNoArticle(string name) => name switch
    {
        "packageItem" => "a package: it lists other items and has no text of its own",
        "conceptItem" => "a concept: it describes a term, a person or an event and is no article",
        "knowledgeItem" => "a knowledge item: it describes terms, people or events and is no article",
        "planningItem" => "a planning item: it announces coverage and is no article",
        "catalogItem" => "a catalog: it names vocabularies and is no article",
        _ => null,
    };

    private static string Label(XElement item) =>
        (item.Child("contentMeta").Child("headline") ?? item.Child("itemMeta").Child("title") ?? item.Child("concept").Child("name")).Text()
        ?? item.Fact("guid") ?? item.Name.LocalName;

    private static Entry Entry(XElement item, ParserInput input)
    {
        var (itemMeta, contentMeta) = (item.Child("itemMeta"), item.Child("contentMeta"));
        var nitf = item.Child("contentSet").Within("nitf").Select(document => NitfEntry.Read(document, input)).FirstOrDefault();
        var catalog = new Catalog(item);
        var language = contentMeta.Child("language").Fact("tag") ?? item.Fact("lang");
        return (nitf ?? new Entry()) with
        {
            SourceId = item.Fact("guid"),
            SourceIdIsGlobal = true,
            Title = Headline(contentMeta, language)
                ?? nitf?.Title ?? itemMeta.Child("title").Text() ?? contentMeta.Child("slugline").Text(),
            SummaryHtml = NewsMlContent.Summary(contentMeta) ?? nitf?.SummaryHtml,
            ContentHtml = NewsMlContent.Html(item.Child("contentSet")) ?? nitf?.ContentHtml,
            Published = Date(itemMeta.Child("firstCreated"))
                ?? Date(contentMeta.Child("contentCreated")) ?? Date(itemMeta.Child("versionCreated")) ?? nitf?.Published,
            Updated = Date(itemMeta.Child("versionCreated")) ?? nitf?.Updated,
            Language = language ?? nitf?.Language,
            Contributors = NewsMlPeople.Read(contentMeta, nitf),
            Categories = [.. NewsMlSubjects.Read(contentMeta, catalog, language), .. nitf?.Categories ?? []],
            Images = [],
            Publisher = Name(itemMeta.Child("provider")) is { } provider ? new Publisher(provider) : nitf?.Publisher,
            Dateline = WireDateline.Clean(contentMeta.Child("dateline").Text())
                ?? nitf?.Dateline ?? contentMeta.Child("located").Child("name").Text(),
            Rights = Rights(item) ?? nitf?.Rights,
            Wire = NewsMlManagement.Read(item, catalog, nitf?.Wire, input.Zone),
        };

        PublishedDate? Date(XElement? element) => DateParser.Parse(element.Text() ?? "", input.Zone);
    }

    // Translations and marketing lines stand beside the headline; the one in the item's language without a role is the headline itself.
    private static string? Headline(XElement? contentMeta, string? language) =>
        contentMeta.Children("headline")
            .OrderBy(headline => headline.Fact("lang") is { } own && own != language)
            .ThenBy(headline => headline.Fact("role") is not null)
            .Select(WireElements.Text)
            .FirstOrDefault(text => text is not null);

    private static string? Name(XElement? party) =>
        party.Child("name").Text() ?? party.Fact("literal") ?? party.Fact("qcode")?.Split(':', 2)[^1];

    private static string? Rights(XElement item) =>
        item.Children("rightsInfo").SelectMany(
            rights => rights.Children("copyrightNotice").Append(rights.Child("copyrightHolder").Child("name")))
            .Select(WireElements.Text).FirstOrDefault(text => text is not null);
}
