using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// The keys that different entries of one file share: an id that a template writes, the page that all items link to. What different
/// entries share names none of them.
/// </summary>
internal static class SharedKeys
{
    /// <summary>The shared ones among the keys of a file's entries.</summary>
    public static IReadOnlySet<string> FindIn(IEnumerable<Entry> entries, string source) => entries
        .SelectMany(entry => EntryKeys.ForEntry(entry, source).Select(key => (Key: key.Value, Entry: entry)))
        .GroupBy(named => named.Key, named => named.Entry, StringComparer.Ordinal)
        .Where(named => named.Skip(1).Any(entry => !AreOne(named.First(), entry)))
        .Select(named => named.Key)
        .ToHashSet(StringComparer.Ordinal);

    // Two versions of a wire item are one item, also where one file holds both.
    private static bool AreOne(Entry first, Entry other) =>
        (first.Wire is { } wire && other.Wire is { } otherWire && Version(first, wire) != Version(other, otherWire))
        || (first.Title == other.Title && first.SummaryHtml == other.SummaryHtml && first.ContentHtml == other.ContentHtml
            && first.Published?.At == other.Published?.At
            && first.Enclosures.Select(file => file.Url).SequenceEqual(other.Enclosures.Select(file => file.Url)));

    private static int Version(Entry entry, WireFacts wire) =>
        entry.SourceId is { } id ? WireItem.FromId(id, wire.Version).Version : wire.Version;
}
