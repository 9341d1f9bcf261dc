using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Ledger;

namespace Pipeline.Local.Running;

/// <summary>The ledger, each of whose files is announced when it comes to its end.</summary>
internal sealed class AnnouncedLedger(LedgerStore ledger, Announcer announcer) : ILedgerStore
{
    public async Task RecordFileAsync(FileRecord record, CancellationToken cancellationToken)
    {
        await ledger.RecordFileAsync(record, cancellationToken);
        Announce(record);
    }

    public async Task RecordFileAsync(FileRecord record, LedgerRow? known, CancellationToken cancellationToken)
    {
        await ledger.RecordFileAsync(record, known, cancellationToken);
        Announce(record);
    }

    public Task<FileRecord?> FindFileAsync(string path, CancellationToken cancellationToken) =>
        ledger.FindFileAsync(path, cancellationToken);

    public Task<FileRecord?> FindLastOfSeriesAsync(string series, CancellationToken cancellationToken) =>
        ledger.FindLastOfSeriesAsync(series, cancellationToken);

    public Task<FileRecord?> FindVersionAsync(string path, string version, CancellationToken cancellationToken) =>
        ledger.FindVersionAsync(path, version, cancellationToken);

    public Task EraseTitlesAsync(string articleId, IReadOnlyList<string> sources, CancellationToken cancellationToken) =>
        ledger.EraseTitlesAsync(articleId, sources, cancellationToken);

    public Task<LedgerRow?> FindRowAsync(string path, CancellationToken cancellationToken) =>
        ledger.FindRowAsync(path, cancellationToken);

    public Task RecordFateAsync(EntryFate fate, CancellationToken cancellationToken) =>
        ledger.RecordFateAsync(fate, cancellationToken);

    public Task RecordNamesAsync(IReadOnlyList<string> names, EntryOrigin origin, CancellationToken cancellationToken) =>
        ledger.RecordNamesAsync(names, origin, cancellationToken);

    public Task DeleteFateAsync(EntryOrigin origin, CancellationToken cancellationToken) =>
        ledger.DeleteFateAsync(origin, cancellationToken);

    public Task<EntryFate?> FindFateAsync(EntryOrigin origin, CancellationToken cancellationToken) =>
        ledger.FindFateAsync(origin, cancellationToken);

    public Task<IReadOnlyList<EntryFate>> ListFatesAsync(string path, string version, CancellationToken cancellationToken) =>
        ledger.ListFatesAsync(path, version, cancellationToken);

    public Task<IReadOnlyList<FileRecord>> ListUnsettledAsync(CancellationToken cancellationToken) =>
        ledger.ListUnsettledAsync(cancellationToken);

    public Task PackUnchangedAsync(IReadOnlyList<EntryFate> unchanged, CancellationToken cancellationToken) =>
        ledger.PackUnchangedAsync(unchanged, cancellationToken);

    public Task<SweepPosition> GetSweepAsync(CancellationToken cancellationToken) => ledger.GetSweepAsync(cancellationToken);

    public Task RecordSweepAsync(SweepPosition position, CancellationToken cancellationToken) =>
        ledger.RecordSweepAsync(position, cancellationToken);

    public Task<IReadOnlyCollection<string>> ListTriedAsync(CancellationToken cancellationToken) =>
        ledger.ListTriedAsync(cancellationToken);

    public Task RecordTriedAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        ledger.RecordTriedAsync(paths, cancellationToken);

    private void Announce(FileRecord record)
    {
        if (record.State != FileState.Parsed)
            announcer.Ended(record);
    }
}
