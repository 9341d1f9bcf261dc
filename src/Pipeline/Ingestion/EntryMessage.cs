using Pipeline.Articles;
using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>What travels on the enrich queue: one entry, and where it came from.</summary>
/// <param name="Entry">As published.</param>
/// <param name="Origin">Which entry of which file.</param>
/// <param name="Source">The source of the file.</param>
/// <param name="ReceivedAt">When the file was received.</param>
public sealed record EntryMessage(Entry Entry, EntryOrigin Origin, string Source, DateTimeOffset ReceivedAt)
{
    /// <summary>W3C trace context of the parse that sent it, so that one trace runs from the file to the commit.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The keys of the entry that different entries of its file have too; <c>null</c> where there are none.</summary>
    public IReadOnlyList<string>? SharedKeys { get; init; }

    internal EntryFate FateOf(Fate fate, string? reason, string? articleId) =>
        new(Origin, fate, reason, articleId, Entry.Title) { IsRestricted = Embargoes.IsHeld(Entry.Wire, ReceivedAt) };
}
