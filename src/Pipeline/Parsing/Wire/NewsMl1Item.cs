using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.People;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads one <c>NewsItem</c> of NewsML 1.x (IPTC, NewsML 1.2 DTD). What its lines say counts before an NITF document inside
/// it.</summary>
internal static class NewsMl1Item
{
    /// <summary>The items of a document; those that stand inside other items are items of their own.</summary>
    public static IEnumerable<XElement> Within(XElement root) =>
        root.DescendantsAndSelf().Where(element => element.Name.LocalName == "NewsItem");

    public static ParsedEntry Read(XElement item, ParserInput input)
    {
        var content = NewsMl1Content.Read(item, input);
        return WireOutcome.ForEntry(Entry(item, content, input), content.ItemClass);
    }

    private static Entry Entry(XElement item, NewsMl1Content content, ParserInput input)
    {
        var (management, nitf) = (item.Child("NewsManagement"), content.Nitf);
        var lines = NewsMl1Lines.Read(item);
        return (nitf ?? new Entry()) with
        {
            SourceId = Id(item.Child("Identification").Child("NewsIdentifier")) ?? nitf?.SourceId,
            SourceIdIsGlobal = true,
            Title = lines.Headline ?? nitf?.Title ?? item.Child("Identification").Child("NameLabel").Text(),
            SummaryHtml = nitf?.SummaryHtml ?? lines.SubHeadline,
            ContentHtml = content.Html,
            Published = Date(management.Child("FirstCreated"))
                ?? nitf?.Published ?? Date(item.Ancestors().LastOrDefault().Child("NewsEnvelope").Child("DateAndTime")),
            Updated = Date(management.Child("ThisRevisionCreated")) ?? nitf?.Updated,
            Language = NewsMl1Metadata.Language(item) ?? nitf?.Language,
            Contributors = lines.Byline is null ? nitf?.Contributors ?? [] : [.. Bylines.From(lines.Byline)],
            Categories = [
                .. NewsMl1Metadata.Subjects(item).Concat(lines.Keywords.Select(keyword => new Category(keyword))).Concat(
                    nitf?.Categories ?? []).Distinct()],
            Images = NewsMl1Images.Read(item, input.File.Address),
            Publisher = (NewsMl1Metadata.Provider(item) ?? lines.Credit) is { } name ? new Publisher(name) : nitf?.Publisher,
            Dateline = WireDateline.Clean(lines.Dateline) ?? nitf?.Dateline,
            Rights = lines.Copyright ?? NewsMl1Metadata.Rights(item) ?? nitf?.Rights,
            Wire = NewsMl1Management.Read(item, nitf?.Wire, input.Zone),
        };

        PublishedDate? Date(XElement? element) => DateParser.Parse(element.Text() ?? "", input.Zone);
    }

    // RFC 3085: the public identifier is made of the other four.
    private static string? Id(XElement? identifier)
    {
        if (identifier.Child("PublicIdentifier").Text() is { } written)
            return written;
        var revision = identifier.Child("RevisionId");
        string?[] parts = [identifier.Child("ProviderId").Text(), identifier.Child("DateId").Text(), identifier.Child("NewsItemId")
            .Text(), revision.Text() ?? "1"];
        return parts.Any(part => part is null) ? null : $"urn:newsml:{string.Join(':', parts)}{revision.Fact("Update") ?? "N"}";
    }
}
