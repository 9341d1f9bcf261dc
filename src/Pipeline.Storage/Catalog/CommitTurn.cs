using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// When this instance may replace the head. Alone it always may. Where instances meet, the head row says whose turn it is: who
/// commits while it has more to commit puts itself at the end of the row, and who comes anew asks in a property of its own, which is
/// written
/// without a condition, so that nobody is kept out however fast the others are. The tag of the head still decides; the turns only see
/// to it that nobody tries in vain.
/// </summary>
internal sealed class CommitTurn(TableClient table, TimeProvider time)
{
    // Transactions that one turn has: the next instance finds out by reading, which takes about as long as one of them.
    private const int MaxInTurn = 2;

    // Two instances that seldom commit at once need no turns.
    private const int MaxLosses = 2;

    // Longer than a transaction takes. Who does not commit within it has died, and the others go on without it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MinPause = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(250);

    private readonly string instance = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private CatalogHead? head;
    private TimeSpan turnTime = TimeSpan.FromMilliseconds(15);
    private (long Turn, long At) seen;
    private int losses;
    private int inTurn;

    /// <summary>The head that this instance may replace, once it is its turn.</summary>
    public async Task<CatalogHead> AwaitAsync()
    {
        var from = head ?? await ReadAsync();
        for (var since = time.GetTimestamp(); ;)
        {
            var place = from.PlaceOf(instance);
            if (place == 0 || from.ETag is null || (from.Waiting.Count == 0 && losses < MaxLosses))
                return head = from;
            if (place is null)
                await AskAsync();
            await Task.Delay(PauseBefore(place ?? from.Waiting.Count), time, CancellationToken.None);
            var next = await ReadAsync();
            if (next.Turn != from.Turn)
                since = time.GetTimestamp();
            else if (next.PlaceOf(instance) is > 0 and var late && time.GetElapsedTime(since) > Patience * late)
                next = next with { Waiting = [.. next.Waiting.Skip(late)] };
            from = next;
        }
    }

    /// <summary>Whether this instance has a place in the row, as far as it knows.</summary>
    public bool IsWaiting => head?.PlaceOf(instance) is not null;

    /// <summary>Who waits after a transaction of this instance: itself too, where it has more, or is busy and would have to ask again at
    /// once.</summary>
    public IReadOnlyList<string> WaitingAfter(CatalogHead from, bool hasMore, bool isBusy)
    {
        var others = from.Waiting.Where(other => other != instance).ToList();
        if (hasMore && (others.Count == 0 || inTurn + 1 < MaxInTurn))
            return [instance, .. others];
        return hasMore || (isBusy && others.Count > 0) ? [.. others, instance] : others;
    }

    /// <summary>This instance replaced the head by this one, or found it so.</summary>
    public void Win(CatalogHead now)
    {
        head = now;
        losses = 0;
        inTurn = now.PlaceOf(instance) == 0 ? inTurn + 1 : 0;
    }

    /// <summary>Another instance was faster, or what was to be committed could not be: the head is then not known.</summary>
    public void Lose(CatalogHead? now)
    {
        head = now;
        losses++;
        inTurn = 0;
    }

    /// <summary>What this instance knows of the head may be wrong.</summary>
    public void Forget() => head = null;

    /// <summary>Ends a turn in which nothing was written. Where nothing is left to commit, the others need not wait for it.</summary>
    public async Task PassAsync(bool hasMore)
    {
        var known = head;
        Forget();
        if (hasMore || known is not { ETag: { } tag } || known.PlaceOf(instance) is null)
            return;
        var without = known with { Waiting = WaitingAfter(known, hasMore: false, isBusy: false), Turn = known.Turn + 1 };
        try
        {
            await table.UpdateEntityAsync(CatalogRows.HeadRow(without), tag, TableUpdateMode.Replace, CancellationToken.None);
        }
        catch (RequestFailedException raced) when (raced.IsConflict())
        {
            // Another instance went on already; it passes over this one in time.
        }
    }

    private async Task<CatalogHead> ReadAsync()
    {
        var row = await table.FindAsync(CatalogRows.Partition, CatalogRows.Head, CancellationToken.None);
        var now = row is null ? new CatalogHead(0, null) : CatalogRows.ReadHead(row);
        var at = time.GetTimestamp();
        if (seen.At != 0 && now.Turn > seen.Turn)
            turnTime = (turnTime + (time.GetElapsedTime(seen.At, at) / (now.Turn - seen.Turn))) / 2;
        seen = (now.Turn, at);
        return now;
    }

    private async Task AskAsync() =>
        await table.UpdateEntityAsync(CatalogRows.AskRow(instance), ETag.All, TableUpdateMode.Merge, CancellationToken.None);

    // Who is next looks often, the others when they may be next.
    private TimeSpan PauseBefore(int place)
    {
        var pause = turnTime * (place > 1 ? place - 1 : 0.25);
        return pause < MinPause ? MinPause : pause > MaxPause ? MaxPause : pause;
    }
}
