using System.Diagnostics;
using System.Globalization;
using Pipeline.Ledger;
using Pipeline.Storage.Ledger;

namespace Pipeline.Local.Dropping;

/// <summary>How far the file has come that a drop waits for: which of its entries have their fate, learnt by one query a second at
/// most.</summary>
internal sealed class FileProgress(LedgerStore ledger, string path)
{
    private const int MaxName = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HashSet<int> settled = [];
    private long looked = Stopwatch.GetTimestamp();
    private int from;
    private int open;
    private string? state;

    /// <summary>Looks again where it is time.</summary>
    /// <param name="file">Its row; <c>null</c> while it has none.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task LookAsync(FileRecord? file, CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(looked) < Pause)
            return;
        looked = Stopwatch.GetTimestamp();
        if (file is not null)
            await CountAsync(file, cancellationToken);
        state = file is null ? "waits to be read" : string.Create(
            CultureInfo.InvariantCulture, $"{settled.Count} of {file.EntryCount} entries done");
    }

    /// <summary>What to add to a line of progress; empty for a file that is done within a second.</summary>
    public string Describe() => state is null ? "" : $"; {ShortName()}: {state}";

    // Entries meet their fate about in order, and those that are late are looked for again once the end has been seen.
    private async Task CountAsync(FileRecord file, CancellationToken cancellationToken)
    {
        var found = await ledger.ListSettledAsync(file.Path, file.Version, from, cancellationToken);
        settled.UnionWith(found);
        while (settled.Contains(open))
            open++;
        from = found.Count == LedgerStore.SettledAtOnce ? found[^1] + 1 : open;
    }

    // A line that is longer than the terminal is wide is not written over.
    private string ShortName()
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length <= MaxName ? name : $"…{name[^(MaxName - 1)..]}";
    }
}
