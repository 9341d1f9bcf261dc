using System.Xml.Linq;
using Pipeline.Articles;

namespace Pipeline.Parsing.Wire;

/// <summary>Reads the management facts of a NewsML-G2 item; where an NITF document inside it says something stricter, that
/// counts.</summary>
internal static class NewsMlManagement
{
    public static WireFacts Read(XElement item, Catalog catalog, WireFacts? inner, TimeZoneInfo zone)
    {
        var meta = item.Child("itemMeta");
        var status = Status(meta, catalog);
        var note = string.Join(" ", meta.Children("edNote").Select(WireElements.Text).OfType<string>());
        var corrects = meta.Children("signal").Any(
            signal => catalog.UriOf(signal)?.EndsWith("/signal/correction", StringComparison.OrdinalIgnoreCase) == true);
        return new WireFacts
        {
            Version = WireStatuses.Version(item.Fact("version")),
            Status = inner is null || inner.Status < status ? status : inner.Status,
            Embargo = meta.Child("embargoed") is { } embargoed ? WireStatuses.EmbargoOf(embargoed.Text(), zone) : inner?.Embargo,
            Urgency = WireStatuses.Urgency(item.Child("contentMeta").Child("urgency").Text()) ?? inner?.Urgency,
            Correction = corrects ? (note.Length > 0 ? note : "correction") : inner?.Correction,
            Kills = inner?.Kills ?? [],
            EditorNote = note.Length > 0 ? note : inner?.EditorNote,
        };
    }

    // The status is a concept like any other: only one that resolves to the IPTC's vocabulary is understood.
    private static WireStatus Status(XElement? meta, Catalog catalog)
    {
        if (meta.Child("pubStatus") is not { } element)
            return WireStatus.Usable;
        var uri = catalog.UriOf(element)?.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase);
        return WireStatuses.Parse(uri is not null && uri.StartsWith(Catalog.PubStatus, StringComparison.OrdinalIgnoreCase)
            ? uri[Catalog.PubStatus.Length..] : "");
    }
}
