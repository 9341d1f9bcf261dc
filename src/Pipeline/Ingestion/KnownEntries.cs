using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Ingestion;

/// <summary>Recognises the entries of one file that were read before just so.</summary>
/// <param name="claims">Where an entry is looked up that the file did not have before.</param>
/// <param name="file">Its row in the ledger.</param>
/// <param name="former">What the file had before, by the hashes of the entries.</param>
/// <param name="shared">The keys that different entries of the file have.</param>
/// <param name="startedAt">A moment before the first of them is compared.</param>
internal sealed class KnownEntries(
    IClaimStore claims, FileRecord file, IReadOnlyDictionary<string, EntryFate> former, IReadOnlySet<string> shared,
    DateTimeOffset startedAt)
{
    private bool isPartlyKnown;

    /// <summary>
    /// Looks whether any of it is known. A feed is a window that moves on: where the file had nothing of it before and neither end of it is
    /// known, all of it is new, and its entries need no look-up.
    /// </summary>
    public async Task LookAtAsync(IReadOnlyList<ParsedEntry> entries, CancellationToken cancellationToken)
    {
        isPartlyKnown = former.Count > 0
            && entries.OfType<ParsedEntry.Readable>().Any(readable => former.ContainsKey(Hash(readable.Entry)));
        var ends = entries.Take(1).Concat(entries.Skip(1).TakeLast(1)).OfType<ParsedEntry.Readable>();
        foreach (var entry in ends)
        {
            isPartlyKnown = isPartlyKnown
                || await claims.FindAsync(EntryKeys.Unshared(entry.Entry, file.Source, shared)[0].Value, cancellationToken) is not null;
        }
    }

    /// <summary>The fate of an entry that is known; <c>null</c> for one that has to be enriched. A feed brings the same entries at every
    /// fetch: to recognise one here costs a read at most, instead of a trip through the queue.</summary>
    public async Task<EntryFate?> FindFateAsync(Entry entry, EntryOrigin origin, CancellationToken cancellationToken)
    {
        if (!isPartlyKnown || entry.Wire is not null)
            return null;
        var hash = Hash(entry);
        var before = former.GetValueOrDefault(hash);
        var articleId = before?.ArticleId ?? await FindUnchangedAsync(entry, hash, origin, cancellationToken);
        return articleId is null ? null : new EntryFate(origin, Fate.Unchanged, null, articleId, entry.Title)
        {
            EntryHash = hash,
            ComparedAt = before?.ComparedAt ?? startedAt,
        };
    }

    private string Hash(Entry entry) => EntryHash.ForEntry(entry, file.Source);

    private async Task<string?> FindUnchangedAsync(Entry entry, string hash, EntryOrigin origin, CancellationToken cancellationToken)
    {
        var isOwnName = true;
        foreach (var key in EntryKeys.Unshared(entry, file.Source, shared))
        {
            var claim = await claims.FindAsync(key.Value, cancellationToken);
            var isOthers = claim is not null && (claim.IsShared || DroppedFile.SourceOf(claim.Origin.Path) != file.Source);
            // An entry that claimed this itself is being delivered again: its real fate is still to come.
            if (!isOthers && (claim is not null || isOwnName))
                return claim is not null && claim.Origin != origin && claim.EntryHash == hash ? claim.ArticleId : null;
            isOwnName = false;
        }

        return null;
    }
}
