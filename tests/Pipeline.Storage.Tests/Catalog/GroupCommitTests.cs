using System.Security.Cryptography;
using Azure;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Storage.Catalog;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Catalog;

/// <summary>Decisions that wait together are committed together, and know nothing of it.</summary>
public sealed class GroupCommitTests(EmulatorFixture emulator)
{
    private const string Transactions = "table transaction";

    [Fact]
    public async Task What_waits_together_is_one_transaction_with_a_line_and_a_note_for_each()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();

        var (first, others) = await TogetherAsync(catalog, [.. Enumerable.Range(1, 20).Select(number => New($"a{number}"))]);

        Assert.InRange(pipeline.Account.Operations.Counts[Transactions], 1, 2);
        Assert.Equal(Enumerable.Range(1, 21).Select(number => (long)number),
            new[] { first }.Concat(others).Select(commit => Assert.Single(commit.Changes).Sequence));
        Assert.Equal(21, (await pipeline.ChangesAsync()).Count);
        var pending = await catalog.ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token);
        Assert.Equal(
            others.Select(commit => commit.Changes[0].Article.Id),
            pending.Skip(1).Select(commit => Assert.Single(commit.Changes).Article.Id));
    }

    [Fact]
    public async Task A_note_is_done_with_its_own_decision_and_no_other()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();
        var (first, others) = await TogetherAsync(catalog, New("a1"), New("a2"));

        catalog.Complete(first);
        catalog.Complete(others[0]);

        Assert.Equal("a2", Assert.Single(
            Assert.Single(await catalog.ListPendingAsync(DateTimeOffset.MaxValue, TestPipeline.Token)).Changes).Article.Id);
    }

    [Fact]
    public async Task A_decision_that_throws_or_does_not_apply_leaves_the_others_alone()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();
        var faulty = new Decision((open, _) =>
        {
            open.Commit(ChangeKind.New, Article("faulty"));
            throw new InvalidDataException("It cannot be decided.");
        });
        var idle = new Decision((_, _) => Task.FromResult<string?>(null));

        var first = Held(catalog, out var release);
        var broken = faulty.CommitAsync(catalog);
        var nothing = idle.CommitAsync(catalog);
        var good = New("good").CommitAsync(catalog);
        release();

        await first;
        await Assert.ThrowsAsync<InvalidDataException>(() => broken);
        Assert.Empty((await nothing).Changes);
        Assert.Equal(2, Assert.Single((await good).Changes).Sequence);
        Assert.Equal(["first", "good"], (await pipeline.ChangesAsync()).Select(change => change.Article.Id));
    }

    [Fact]
    public async Task A_decision_sees_what_those_before_it_wrote()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();

        await TogetherAsync(catalog, [.. Enumerable.Range(1, 12).Select(Counting)]);

        var changes = await pipeline.ChangesAsync();
        Assert.Equal(12, (await catalog.GetEntryAsync("counted", TestPipeline.Token))!.Article.Revision);
        Assert.Equal(13, (await catalog.GetEntryAsync("counted", TestPipeline.Token))!.Sequence);
        Assert.Equal(Enumerable.Range(1, 12), changes.Skip(1).Select(change => change.Article.Revision));

        static Decision Counting(int number) => new(async (open, token) =>
        {
            var before = await open.GetEntryAsync("counted", token);
            open.Commit(ChangeKind.Revised, Article("counted") with { Revision = (before?.Article.Revision ?? 0) + 1 });
            return null;
        });
    }

    [Fact]
    public async Task What_does_not_fit_one_transaction_goes_into_the_next()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();

        var (_, others) = await TogetherAsync(catalog, [.. Enumerable.Range(1, 5).Select(Large)]);

        Assert.All(others, commit => Assert.Equal(20, commit.Changes.Count));
        Assert.Equal(Enumerable.Range(1, 101).Select(number => (long)number), (await pipeline.ChangesAsync()).Select(
            change => change.Sequence));

        static Decision Large(int number) => new((open, _) =>
        {
            for (var article = 0; article < 20; article++)
                open.Commit(ChangeKind.New, Article($"large{number}n{article}"));
            return Task.FromResult<string?>(null);
        });
    }

    [Fact]
    public async Task A_row_that_the_store_refuses_is_refused_to_its_own_decision()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();
        var first = Held(catalog, out var release);
        var good = New("good").CommitAsync(catalog);
        var huge = new Decision((open, _) =>
        {
            open.Commit(ChangeKind.New, Article("huge") with { Title = RandomNumberGenerator.GetHexString(3_000_000) });
            return Task.FromResult<string?>(null);
        }).CommitAsync(catalog);
        var better = New("better").CommitAsync(catalog);
        release();

        await Task.WhenAll(first, good, better);
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => huge);
        Assert.Equal(["better", "first", "good"], (await pipeline.ChangesAsync()).Select(change => change.Article.Id).Order());
    }

    [Fact]
    public async Task An_article_that_is_not_new_after_all_costs_its_neighbours_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await using var other = await TestPipeline.StartAsync(emulator, prefix: pipeline.Prefix);
        await New("known").CommitAsync(other.Get<CatalogStore>());

        var (_, others) = await TogetherAsync(pipeline.Get<CatalogStore>(), New("a1"), New("known"), New("a2"));

        Assert.Equal([1, 0, 1], others.Select(commit => commit.Changes.Count));
        Assert.Equal(["known", "first", "a1", "a2"], (await pipeline.ChangesAsync()).Select(change => change.Article.Id));
    }

    [Fact]
    public async Task Who_is_cancelled_while_waiting_commits_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();
        using var cancelling = new CancellationTokenSource();
        var first = Held(catalog, out var release);
        var cancelled = catalog.CommitAsync(New("cancelled").DecideAsync, null, cancelling.Token);
        var good = New("good").CommitAsync(catalog);

        await cancelling.CancelAsync();
        release();

        await Task.WhenAll(first, good);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(["first", "good"], (await pipeline.ChangesAsync()).Select(change => change.Article.Id));
    }

    [Fact]
    public async Task A_withdrawal_beside_the_revision_that_it_withdraws_takes_the_text_out_of_its_line_too()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var catalog = pipeline.Get<CatalogStore>();
        var story = Article("story") with { Excerpt = "A text that is taken back." };
        var publish = new Decision((open, _) =>
        {
            open.Commit(ChangeKind.New, story);
            return Task.FromResult<string?>(null);
        });
        var withdraw = new Decision(async (open, token) =>
        {
            var standing = await open.GetEntryAsync("story", token);
            open.Commit(ChangeKind.Withdrawn, Article("story"));
            await open.RedactChangesAsync(standing!, token);
            return null;
        });

        await TogetherAsync(catalog, publish, withdraw);

        Assert.All(await pipeline.ChangesAsync(), change => Assert.Null(change.Article.Excerpt));
        Assert.Equal(3, (await pipeline.ChangesAsync()).Count);
    }

    private static ArticleSummary Article(string id) => new()
    {
        Id = id,
        ClusterId = id,
        Source = "test",
        Title = id,
        ListedAt = DateTimeOffset.UnixEpoch,
        Revision = 1
    };

    private static Decision New(string id) => new(
        async (open, token) =>
        {
            if (await open.GetEntryAsync(id, token) is null)
                open.Commit(ChangeKind.New, Article(id));
            return null;
        },
        id);

    // The first decision keeps the others waiting until all are there.
    private static async Task<(CatalogCommit First, IReadOnlyList<CatalogCommit> Others)> TogetherAsync(
        CatalogStore catalog, params Decision[] decisions)
    {
        var first = Held(catalog, out var release);
        var others = decisions.Select(decision => decision.CommitAsync(catalog)).ToList();
        release();
        return (await first, await Task.WhenAll(others));
    }

    private static Task<CatalogCommit> Held(CatalogStore catalog, out Action release)
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        release = released.SetResult;
        return new Decision(async (open, _) =>
        {
            await released.Task;
            open.Commit(ChangeKind.New, Article("first"));
            return null;
        }).CommitAsync(catalog);
    }

    private sealed record Decision(Func<ICatalogTransaction, CancellationToken, Task<string?>> DecideAsync, string? PresumedNew = null)
    {
        public Task<CatalogCommit> CommitAsync(CatalogStore catalog) => catalog.CommitAsync(DecideAsync, PresumedNew, TestPipeline.Token);
    }
}
