using System.Xml.Linq;
using Pipeline.Articles;
using Pipeline.Parsing.Dates;

namespace Pipeline.Parsing.Wire;

/// <summary>
/// Reads what a NewsML 1.x item says of its publication (NewsML 1.2, <c>NewsManagement</c>); where an NITF document inside it says
/// something stricter, that counts.
/// </summary>
internal static class NewsMl1Management
{
    public static WireFacts Read(XElement item, WireFacts? inner, TimeZoneInfo zone)
    {
        var management = item.Child("NewsManagement");
        var embargo = Embargo(item, management, zone) ?? inner?.Embargo;
        var status = Status(management, embargo);
        var instructions = management.Children("Instruction").ToList();
        var notes = instructions.Concat(NewsMl1Elements.InComponents(item, "Comment")).Concat(item.Children("Comment")).Select(
            WireElements.Text).OfType<string>().Distinct();
        var note = string.Join(" ", notes);
        return new WireFacts
        {
            Version = WireStatuses.Version(item.Child("Identification").Child("NewsIdentifier").Child("RevisionId").Text()),
            Status = inner is null || inner.Status < status ? status : inner.Status,
            Embargo = embargo,
            Urgency = WireStatuses.Urgency(management.Child("Urgency").FormalName()) ?? inner?.Urgency,
            Correction = instructions.Exists(Corrects) ? (note.Length > 0 ? note : "correction") : inner?.Correction,
            Kills = inner?.Kills ?? [],
            EditorNote = note.Length > 0 ? note : inner?.EditorNote,
        };
    }

    // An item that is withheld or under embargo and becomes usable at a moment is under embargo until then.
    private static WireStatus Status(XElement? management, Embargo? embargo)
    {
        if (management.Children("Instruction").Any(Cancels))
            return WireStatus.Canceled;
        var word = management.Child("Status").FormalName();
        return word?.ToLowerInvariant() is "embargoed" or "withheld" && embargo is not null ? WireStatus.Usable : WireStatuses.Parse(word);
    }

    private static Embargo? Embargo(XElement item, XElement? management, TimeZoneInfo zone)
    {
        var status = management.Child("Status");
        var release = management.Children("StatusWillChange").FirstOrDefault(change => change.Child("FutureStatus").IsNamed("usable"));
        if (status.IsNamed("embargoed"))
            return WireStatuses.EmbargoOf(release.Child("DateAndTime").Text(), zone);
        if (status.IsNamed("withheld") && DateParser.Parse(release.Child("DateAndTime").Text() ?? "", zone) is { } moment)
            return new Embargo(moment.At);
        var stated = NewsMl1Elements.Properties(
            Administration(item, management), name => name.Contains("embargo", StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        return stated is null || IsDenied(stated) ? null : WireStatuses.EmbargoOf(stated, zone);
    }

    private static IEnumerable<XElement> Administration(XElement item, XElement? management) =>
        NewsMl1Elements.InComponents(item, "AdministrativeMetadata").Concat(NewsMl1Elements.InComponents(item, "RightsMetadata")).Concat(
            management is null ? [] : [management]);

    private static bool IsDenied(string value) => value.ToLowerInvariant() is "no" or "none" or "false" or "0";

    private static bool Cancels(XElement instruction) =>
        instruction.IsNamed("kill", "delete", "cancel", "canceled", "cancelled", "withdraw", "withdrawal", "withdrawn", "annul");

    private static bool Corrects(XElement instruction) =>
        instruction.FormalName() is { } name && (name.StartsWith("correct", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("rectif", StringComparison.OrdinalIgnoreCase));
}
