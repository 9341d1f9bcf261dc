using Pipeline.Clusters;

namespace Pipeline.Storage.Catalog;

/// <summary>A decision on its way into a commit, and what came of it at the last attempt.</summary>
internal sealed class PendingDecision(
    Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken)
{
    // What loses so often loses for a reason of its own.
    private const int MaxLosses = 3;

    private static readonly Task<CatalogCommit?> Undecided = Task.FromResult<CatalogCommit?>(null);

    private readonly TaskCompletionSource<bool> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? presumed = presumedNew;
    private int losses;
    private Task<CatalogCommit?> outcome = Undecided;

    /// <summary>True where it has to commit for all who wait, false where it is done.</summary>
    public Task<bool> MustLead => turn.Task;

    /// <summary>True where it may not share a transaction, as it made one fail.</summary>
    public bool IsAlone { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>True while a transaction is under way that it may be part of.</summary>
    public bool IsTaken { get; set; }

    /// <summary>True where the last attempt came to an end: a commit, nothing to commit, or a fault. False where it has to go into
    /// another transaction.</summary>
    public bool IsDecided => outcome.IsFaulted || outcome.IsCanceled || outcome.Result is not null;

    public void Lead() => turn.TrySetResult(true);

    public void Cancel() => turn.TrySetCanceled(cancellationToken);

    /// <summary>Reads ahead what it will ask for, beside the others of its group. What it throws it throws again at its place.</summary>
    public async Task ReadAheadAsync(CatalogGroup group) =>
        await ((Task)AttemptAsync(new CatalogTransaction(group, presumed))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Makes the decision over those before it in the group. Its caller gets what it throws, once that is committed.</summary>
    public async Task DecideAsync(CatalogGroup group)
    {
        outcome = AddAsync(group);
        await ((Task)outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Lets the caller have what the last attempt came to.</summary>
    public void Finish()
    {
        IsDone = true;
        turn.TrySetResult(false);
    }

    public void Fail(Exception fault)
    {
        outcome = Task.FromException<CatalogCommit?>(fault);
        Finish();
    }

    /// <summary>The transaction failed for a row of this decision: its article is not new, or it has to be alone.</summary>
    public void Lose(bool isRefused)
    {
        presumed = null;
        IsAlone |= isRefused || ++losses >= MaxLosses;
    }

    /// <summary>Where it is done, what it committed; throws what it threw.</summary>
    public async Task<CatalogCommit> GetCommitAsync() => (await outcome)!;

    private async Task<CatalogCommit?> AddAsync(CatalogGroup group)
    {
        var transaction = new CatalogTransaction(group, presumed);
        var unfinished = await AttemptAsync(transaction);
        return transaction.IsEmpty ? new CatalogCommit([], null, null) : group.TryAdd(this, transaction, unfinished);
    }

    private async Task<string?> AttemptAsync(CatalogTransaction transaction)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await decide(transaction, cancellationToken);
    }
}
