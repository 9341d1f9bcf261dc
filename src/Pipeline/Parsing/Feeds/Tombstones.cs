using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Feeds;

/// <summary>Entries that an Atom feed says were deleted (RFC 6721): each withdraws the article of its id.</summary>
internal static class Tombstones
{
    private const string Name = "deleted-entry";

    public static bool Is(XElement element) => element.Name.LocalName == Name && element.Attribute("ref") is not null;

    public static Entry Read(XElement tombstone, ParserInput input)
    {
        var id = ((string?)tombstone.Attribute("ref"))!.Trim();
        var comment = tombstone.Elements().FirstOrDefault(element => element.Name.LocalName == "comment");
        return new Entry
        {
            SourceId = id,
            SourceIdIsGlobal = XmlEntryReader.IsGlobal(id),
            Updated = DateParser.Parse((string?)tombstone.Attribute("when"), input.Zone),
            Wire = new WireFacts { Status = WireStatus.Canceled, EditorNote = comment is null ? null : TextConstruct.Text(comment) },
        };
    }
}
