using Pipeline.Articles;

namespace Pipeline.Ingestion;

/// <summary>Whether a publisher lets an article be read yet. What cannot be understood means no.</summary>
internal static class Embargoes
{
    public static bool IsHeld(WireFacts? wire, DateTimeOffset now) =>
        wire is not null && (wire.Status == WireStatus.Withheld || (wire.Embargo is { } embargo && !(embargo.Until <= now)));
}
