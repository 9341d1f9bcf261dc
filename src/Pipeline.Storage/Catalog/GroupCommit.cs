using Azure.Data.Tables;
using Pipeline.Clusters;
using Pipeline.Ingestion;

namespace Pipeline.Storage.Catalog;

/// <summary>
/// Commits the decisions of this instance, those that wait at the same time with one transaction: a partition takes one replacement
/// of its head after the other, so that commits could not be more a second than round trips. The first who waits commits for all, and
/// then the first of those who are left.
/// </summary>
internal sealed class GroupCommit(TableClient table, CatalogOutbox outbox, TimeProvider time)
{
    // As many as the host gives an instance at once, with three or four rows each: an entity-group transaction holds 100.
    private const int MaxGroup = 24;

    // Those whose commit has just ended come back with their next one.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(3);

    private readonly Lock queue = new();
    private readonly List<PendingDecision> waiting = [];
    private readonly CommitTurn turn = new(table, time);
    private readonly GroupSubmission submission = new(table, outbox);
    private bool isLed;
    private int lastGroup;

    public async Task<CatalogCommit> CommitAsync(PendingDecision decision, CancellationToken cancellationToken)
    {
        if (Enqueue(decision))
            decision.Lead();
        await using var cancelled = cancellationToken.UnsafeRegister(_ => Cancel(decision), null);
        if (await decision.MustLead)
        {
            while (!decision.IsDone)
                await CommitNextAsync();
            HandOver();
        }

        return await decision.GetCommitAsync();
    }

    // True where nobody commits for the others yet.
    private bool Enqueue(PendingDecision decision)
    {
        lock (queue)
        {
            waiting.Add(decision);
            return !isLed && (isLed = true);
        }
    }

    private void Cancel(PendingDecision decision)
    {
        lock (queue)
        {
            // Who is to commit for the others, or is in a transaction, goes on to its end.
            if (decision is { IsTaken: false, MustLead.IsCompleted: false } && waiting.Remove(decision))
                decision.Cancel();
        }
    }

    private void HandOver()
    {
        lock (queue)
        {
            isLed = waiting.Count > 0;
            if (isLed)
                waiting[0].Lead();
        }
    }

    private async Task CommitNextAsync()
    {
        var some = new List<PendingDecision>();
        var committing = CommitNextAsync(some);
        await committing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (committing.Exception is { InnerException: { } fault })
        {
            // Whether it was committed is not known: each caller tries again, and finds out.
            turn.Forget();
            if (some.Count == 0)
                Take(some);
            some.ForEach(decision => decision.Fail(fault));
        }

        PutBack(some);
    }

    private async Task CommitNextAsync(List<PendingDecision> some)
    {
        var from = await turn.AwaitAsync();
        if ((lastGroup > 1 || SideBySide.IsMeeting) && Count() < MaxGroup)
            await Task.Delay(Gathering, time, CancellationToken.None);
        Take(some);
        lastGroup = some.Count;
        var group = await DecideAsync(from, some);
        var decided = some.Where(decision => decision.IsDecided).ToList();
        if (group.IsEmpty)
            await turn.PassAsync(hasMore: Count() > decided.Count);
        else if (!await TrySubmitAsync(group, some, decided.Count))
            return;
        decided.ForEach(decision => decision.Finish());
    }

    private async Task<CatalogGroup> DecideAsync(CatalogHead from, List<PendingDecision> some)
    {
        var (reads, at) = (new CatalogReads(table), time.GetUtcNow());
        if (some.Count > 1)
        {
            // Each over the table alone: it only has to ask for what it will ask for, all at the same time.
            var ahead = new CatalogGroup(from, reads, at);
            await Task.WhenAll(some.Select(decision => decision.ReadAheadAsync(ahead)));
        }

        var group = new CatalogGroup(from, reads, at);
        foreach (var decision in some)
            await decision.DecideAsync(group);
        return group;
    }

    private async Task<bool> TrySubmitAsync(CatalogGroup group, List<PendingDecision> some, int decided)
    {
        var hasMore = Count() > decided;
        var waitingThen = turn.WaitingAfter(group.From, hasMore, isBusy: some.Count > 1);
        turn.Forget();
        var (head, isCommitted) = await submission.TrySubmitAsync(group, some, waitingThen);
        if (!isCommitted)
        {
            turn.Lose(head);
            return false;
        }

        turn.Win(head!);
        if (!hasMore && turn.IsWaiting)
            _ = PassInTurnAsync();
        return true;
    }

    // Keeps the place in the row for those who come back, and lets the others go on where none does.
    private async Task PassInTurnAsync()
    {
        var nothing = CommitAsync(new PendingDecision((_, _) => Task.FromResult<string?>(null), null, default), CancellationToken.None);
        await ((Task)nothing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private int Count()
    {
        lock (queue)
            return waiting.Count;
    }

    private void Take(List<PendingDecision> some)
    {
        lock (queue)
        {
            some.AddRange(waiting[0].IsAlone ? [waiting[0]] : waiting.TakeWhile(decision => !decision.IsAlone).Take(MaxGroup));
            some.ForEach(decision => decision.IsTaken = true);
        }
    }

    // What is not done stays where it was, before those who came later.
    private void PutBack(List<PendingDecision> some)
    {
        lock (queue)
        {
            waiting.RemoveAll(decision => decision.IsDone);
            some.ForEach(decision => decision.IsTaken = false);
        }
    }
}
