using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>
/// The entries that the version of a file before the present one had, or the file before it of its series: the same ones, word for word,
/// need no look-up. A feed brings most of its entries at every fetch.
/// </summary>
public sealed class FormerEntries(ILedgerStore ledger, SourceRevisions revisions, TimeProvider time)
{
    // What became of an article without an entry (it expired, a repair removed what was left of it) is noticed so much later.
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, EntryFate> None = [];

    /// <summary>
    /// The fates of those that were compared with the articles of their source within a day, and after the last of these was revised, by
    /// the hash of the entry. Two operations for a file of up to a thousand entries.
    /// </summary>
    /// <param name="file">The file's row as it is to be written.</param>
    /// <param name="known">Its row as it is; <c>null</c> where there is none, and the last file of its series may have had the
    /// entries.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public async Task<IReadOnlyDictionary<string, EntryFate>> ListAsync(
        FileRecord file, FileRecord? known, CancellationToken cancellationToken)
    {
        if (await FindFormerAsync(file, known, cancellationToken) is not { EntryCount: > 0 } former)
            return None;
        var fates = (await ledger.ListFatesAsync(former.Path, former.Version, cancellationToken)).Where(IsCompared).ToList();
        if (fates.Count == 0)
            return None;
        var since = await revisions.FindAsync(former.Source, cancellationToken);
        return fates.Where(fate => fate.ComparedAt > since).DistinctBy(fate => fate.EntryHash)
            .ToDictionary(fate => fate.EntryHash!, StringComparer.Ordinal);
    }

    // The same version again is no version before.
    private async Task<FileRecord?> FindFormerAsync(FileRecord file, FileRecord? known, CancellationToken cancellationToken) =>
        known is not null ? (known.Version == file.Version ? null : known)
        : FileSeries.FindName(file) is { } series ? await ledger.FindLastOfSeriesAsync(series, cancellationToken)
        : null;

    private bool IsCompared(EntryFate fate) =>
        fate is { EntryHash: not null, ArticleId: not null } && fate.ComparedAt > time.GetUtcNow() - MaxAge;
}
