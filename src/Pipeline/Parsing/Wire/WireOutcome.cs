using Pipeline.Articles;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Decides whether a wire item can become an article. A text may be only a headline (a flash), and a cancellation needs no text;
/// a picture, a video or a package without text is no article, whatever its headline.
/// </summary>
internal static class WireOutcome
{
    /// <param name="entry">What was read of the item.</param>
    /// <param name="itemClass">The item's class in the IPTC's words (<c>text</c>, <c>picture</c>); <c>null</c> where it states
    /// none.</param>
    public static ParsedEntry ForEntry(Entry entry, string? itemClass)
    {
        var isText = itemClass is null or "text";
        if (entry.ContentHtml is not null || (isText && (entry.Title is not null || Withdraws(entry))))
            return new ParsedEntry.Readable(entry);
        var label = entry.Title ?? entry.SourceId ?? "an item without a name";
        return new ParsedEntry.Unreadable(label, Reason(itemClass, isText));
    }

    private static bool Withdraws(Entry entry) =>
        entry is { SourceId: not null, Wire.Status: WireStatus.Canceled } or { Wire.Kills.Count: > 0 };

    private static string Reason(string? itemClass, bool isText) => (itemClass, isText) switch
    {
        (_, true) => "a text item with neither headline nor text",
        ("composite", _) => "a package: it brings other items together and has no text of its own",
        _ => $"no text: it is of the class {itemClass}",
    };
}
