using Pipeline.Articles;

namespace Pipeline.Ledger;

/// <summary>The ledger: a row for every file, and exactly one fate for every entry.</summary>
public interface ILedgerStore
{
    Task<FileRecord?> FindFileAsync(string path, CancellationToken cancellationToken);

    /// <summary>The row of one version of the file, the present one or one of those before it that are kept; <c>null</c> where there is
    /// none.</summary>
    Task<FileRecord?> FindVersionAsync(string path, string version, CancellationToken cancellationToken);

    /// <summary>The file's row with what it takes to replace it without another reading.</summary>
    Task<LedgerRow?> FindRowAsync(string path, CancellationToken cancellationToken);

    /// <summary>The row of the file that was parsed last of the series (<see cref="FileSeries"/>), or <c>null</c>. One operation.</summary>
    Task<FileRecord?> FindLastOfSeriesAsync(string series, CancellationToken cancellationToken);

    /// <summary>Writes the file's row, replacing an earlier one.</summary>
    Task RecordFileAsync(FileRecord record, CancellationToken cancellationToken);

    /// <summary>Writes the file's row over <paramref name="known"/> (<c>null</c>: there was none), and over what another writer put there
    /// meanwhile.</summary>
    Task RecordFileAsync(FileRecord record, LedgerRow? known, CancellationToken cancellationToken);

    /// <summary>Records a fate. The first one stands: a repetition changes nothing.</summary>
    Task RecordFateAsync(EntryFate fate, CancellationToken cancellationToken);

    /// <summary>Keeps by which names an entry can be asked for that became no article and so claimed none. The latest entry of a name
    /// stands. One operation a name.</summary>
    Task RecordNamesAsync(IReadOnlyList<string> names, EntryOrigin origin, CancellationToken cancellationToken);

    /// <summary>Takes a failed fate back, so that a replay can record another.</summary>
    Task DeleteFateAsync(EntryOrigin origin, CancellationToken cancellationToken);

    /// <summary>One entry's fate, or <c>null</c> where it has none yet, or one that is packed. One operation.</summary>
    Task<EntryFate?> FindFateAsync(EntryOrigin origin, CancellationToken cancellationToken);

    /// <summary>The fates recorded so far, in the order of the file.</summary>
    Task<IReadOnlyList<EntryFate>> ListFatesAsync(string path, string version, CancellationToken cancellationToken);

    /// <summary>Keeps the recorded fates of entries that brought nothing new, all that one version of a file has, in one place instead of a
    /// row for each. They are kept until another version of the file comes. One operation for up to a hundred.</summary>
    Task PackUnchangedAsync(IReadOnlyList<EntryFate> unchanged, CancellationToken cancellationToken);

    /// <summary>Takes the title and the hash from every fate of the article's entries, in every file of the sources. Reads all of
    /// those.</summary>
    Task EraseTitlesAsync(string articleId, IReadOnlyList<string> sources, CancellationToken cancellationToken);

    /// <summary>Files that are not settled yet.</summary>
    Task<IReadOnlyList<FileRecord>> ListUnsettledAsync(CancellationToken cancellationToken);

    /// <summary>How far the sweeps have come. One operation.</summary>
    Task<SweepPosition> GetSweepAsync(CancellationToken cancellationToken);

    Task RecordSweepAsync(SweepPosition position, CancellationToken cancellationToken);

    /// <summary>The files that a sweep was parsing when it was last heard of: what ended its process is among them.</summary>
    Task<IReadOnlyCollection<string>> ListTriedAsync(CancellationToken cancellationToken);

    /// <summary>Says which files a sweep is parsing now.</summary>
    Task RecordTriedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken);
}

/// <summary>A file's row as it is stored, with the tag that the next write must present.</summary>
public sealed record LedgerRow(FileRecord File, string ETag);
