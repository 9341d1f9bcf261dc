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

    /// <summary>The items without those that a tombstone of the same document takes back, and without the tombstones that an entry
    /// was updated after: those are older than what came in its place.</summary>
    public static IReadOnlyList<XElement> Settle(IReadOnlyList<XElement> items, TimeZoneInfo zone)
    {
        if (!items.Any(Is))
            return items;
        var entries = items.Where(item => !Is(item)).GroupBy(IdOf, StringComparer.Ordinal).ToDictionary(
            named => named.Key, named => named.Max(entry => LastChange(entry, zone)), StringComparer.Ordinal);
        var effective = items.Where(Is).Where(item => !(entries.GetValueOrDefault(IdOf(item)) > When(item, zone))).ToList();
        var gone = effective.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var counted = effective.ToHashSet();
        return [.. items.Where(item => Is(item) ? counted.Contains(item) : !gone.Contains(IdOf(item)))];
    }

    private static string IdOf(XElement item) =>
        ((string?)item.Attribute("ref") ?? (string?)item.Element("id") ?? (string?)item.Element("guid") ?? "").Trim();

    private static DateTimeOffset? When(XElement tombstone, TimeZoneInfo zone) =>
        DateParser.Parse((string?)tombstone.Attribute("when"), zone)?.At;

    private static DateTimeOffset? LastChange(XElement entry, TimeZoneInfo zone) =>
        EntryDates.Read(entry, zone) is var dates ? (dates.Updated ?? dates.Published)?.At : null;

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
