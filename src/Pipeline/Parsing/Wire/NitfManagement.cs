using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads the management facts of an NITF document (NITF 3.6, <c>docdata</c>). A document may state its own status, and the new
/// status of another one: that is how a kill travels in a file of its own.
/// </summary>
internal static class NitfManagement
{
    public static WireFacts Read(XElement? docdata, XElement? bodyHead, TimeZoneInfo zone)
    {
        var status = docdata.Fact("management-status")?.ToLowerInvariant();
        var other = docdata.Fact("management-doc-idref");
        var notes = docdata.Children("ed-msg").Select(message => message.Fact("info")).Concat(
            bodyHead.Children("note").Select(WireElements.Text));
        return new WireFacts
        {
            ItemKey = docdata.Child("du-key").Fact("key"),
            Version = WireStatuses.Version(docdata.Child("du-key").Fact("version")),
            Status = status is "embargoed" ? WireStatus.Usable : WireStatuses.Parse(status),
            Embargo = Embargo(docdata, status, zone),
            Urgency = WireStatuses.Urgency(docdata.Child("urgency").Fact("ed-urg")),
            Correction = Correction(docdata.Child("correction")),
            Kills = other is not null && Kills(status, docdata.Fact("management-idref-status")) ? [other] : [],
            EditorNote = string.Join(" ", notes.OfType<string>()) is { Length: > 0 } note ? note : null,
        };
    }

    // Without a status of its own, a reference follows the document's: "whether this document is a cancellation of a previous doc".
    private static bool Kills(string? status, string? otherStatus) =>
        otherStatus is null ? WireStatuses.Parse(status) == WireStatus.Canceled : WireStatuses.Parse(otherStatus) != WireStatus.Usable;

    private static Embargo? Embargo(XElement? docdata, string? status, TimeZoneInfo zone)
    {
        var release = docdata.Child("date.release").Fact("norm");
        if (status is "embargoed")
            return WireStatuses.EmbargoOf(release, zone);
        if (release is null)
            return null;
        var embargo = WireStatuses.EmbargoOf(release, zone);
        var issued = DateParser.Parse(docdata.Child("date.issue").Fact("norm") ?? "", zone);
        return embargo.Until <= issued?.At ? null : embargo;
    }

    private static string? Correction(XElement? correction) =>
        correction is null ? null
            : correction.Fact("info") ?? correction.Text() ?? $"corrects {correction.Fact("id-string") ?? "an earlier text"}";
}
