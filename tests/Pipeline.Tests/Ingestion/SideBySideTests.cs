using Microsoft.Extensions.Time.Testing;
using Pipeline.Ingestion;

namespace Pipeline.Tests.Ingestion;

public sealed class SideBySideTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Nobody_goes_on_before_all_are_there()
    {
        var together = new SideBySide(2, time);
        var last = new TaskCompletionSource();

        var first = together.RunAsync(() => SideBySide.MeetAsync(SharedStep.Commit));
        var second = together.RunAsync(async () =>
        {
            await last.Task;
            await SideBySide.MeetAsync(SharedStep.Commit);
        });

        Assert.False(first.IsCompleted);
        last.SetResult();
        await Task.WhenAll(first, second).WaitAsync(Soon, Stop);
    }

    [Fact]
    public async Task Entries_meet_as_often_as_they_write()
    {
        var together = new SideBySide(8, time);

        await Task.WhenAll(Enumerable.Range(1, 8).Select(meetings => together.RunAsync(async () =>
        {
            for (var meeting = 0; meeting < meetings; meeting++)
                await SideBySide.MeetAsync(SharedStep.Commit);
        }))).WaitAsync(Soon, Stop);
    }

    [Fact]
    public async Task Who_is_ahead_waits_for_those_who_are_at_an_earlier_step()
    {
        var together = new SideBySide(3, time);
        var log = new List<string>();

        await Task.WhenAll(together.RunAsync(() => GoAsync("ahead", SharedStep.Commit)), together.RunAsync(async () =>
        {
            await GoAsync("behind", SharedStep.Band);
            await Task.Yield();
            await GoAsync("behind", SharedStep.Commit);
        }), together.RunAsync(() => Task.CompletedTask)).WaitAsync(Soon, Stop);

        Assert.Equal("behind to Band", log[0]);
        Assert.Equal(["ahead to Commit", "behind to Commit"], log.Skip(1).Order(StringComparer.Ordinal));

        async Task GoAsync(string entry, SharedStep step)
        {
            await SideBySide.MeetAsync(step);
            lock (log)
                log.Add($"{entry} to {step}");
        }
    }

    [Fact]
    public async Task One_that_fails_or_is_cancelled_keeps_nobody()
    {
        var together = new SideBySide(3, time);

        var waiting = together.RunAsync(() => SideBySide.MeetAsync(SharedStep.Commit));
        var faulty = together.RunAsync(() => throw new InvalidDataException("It cannot be read."));
        var cancelled = together.RunAsync(() => Task.FromCanceled(new CancellationToken(canceled: true)));

        await waiting.WaitAsync(Soon, Stop);
        await Assert.ThrowsAsync<InvalidDataException>(() => faulty);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task One_that_hangs_keeps_the_others_for_five_seconds_once()
    {
        var together = new SideBySide(3, time);
        var hanging = new TaskCompletionSource();
        var hung = together.RunAsync(() => hanging.Task);

        var others = Enumerable.Range(0, 2).Select(_ => together.RunAsync(async () =>
        {
            await SideBySide.MeetAsync(SharedStep.Commit);
            Assert.False(SideBySide.IsMeeting);
            await SideBySide.MeetAsync(SharedStep.Commit);
        })).ToList();

        Assert.DoesNotContain(others, other => other.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(others).WaitAsync(Soon, Stop);
        hanging.SetResult();
        await hung.WaitAsync(Soon, Stop);
    }

    [Fact]
    public async Task An_entry_alone_waits_for_nobody()
    {
        await SideBySide.MeetAsync(SharedStep.Commit);
        await new SideBySide(1, time).RunAsync(() => SideBySide.MeetAsync(SharedStep.Commit));
        Assert.False(SideBySide.IsMeeting);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
