using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage;
using Pipeline.Storage.Account;
using Pipeline.Storage.Queue;

namespace Pipeline.Benchmarks.Poll;

/// <summary>
/// One instance of the app, to be killed at any moment: it parses the files whose names come on standard input, takes entries from
/// the queue, and sweeps. It ends when standard input does.
/// </summary>
internal sealed class Writer(IServiceProvider services)
{
    private const int AtOnce = 2;

    // The app hides a message for ten minutes; a proof cannot wait as long for what a killed writer held.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(40);

    // Each looks through every open file, and there are several writers; the app does it in one instance, every few minutes.
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(10);

    private readonly StorageAccount account = services.GetRequiredService<StorageAccount>();

    public static async Task<int> RunAsync(string connection)
    {
        await using var services = new ServiceCollection()
            .AddPipelineStages(
                new PipelineSettings { Ingestion = new IngestionSettings { SweepAfter = Hidden, ResendAfter = TimeSpan.MaxValue } })
            .AddPipelineStorage(new StorageSettings { ConnectionString = connection })
            .BuildServiceProvider();
        var writer = new Writer(services);
        _ = writer.SweepAsync();
        for (var i = 0; i < AtOnce; i++)
            _ = writer.TakeAsync();
        // A file whose parsing fails is the sweep's.
        while (await Console.In.ReadLineAsync() is { } path)
            await TryAsync(() => services.GetRequiredService<ParseStage>().ParseAsync(path, CancellationToken.None));
        return 0;
    }

    private async Task TakeAsync()
    {
        var entries = services.GetRequiredService<EntryReceiver>();
        while (true)
        {
            await Task.Delay(Random.Shared.Next((int)LongestDelay.TotalMilliseconds));
            await TryAsync(async () =>
            {
                if ((await account.Queue.ReceiveMessageAsync(Hidden)).Value is not { } message)
                    return;
                var work = entries.ReceiveAsync(message.Body.ToMemory(), CancellationToken.None);
                var receipt = message.PopReceipt;
                // As the host does: several entries may take longer than the message is hidden.
                while (await Task.WhenAny(work, Task.Delay(Hidden / 2)) != work)
                    receipt = (await account.Queue.UpdateMessageAsync(
                        message.MessageId, receipt, visibilityTimeout: Hidden)).Value.PopReceipt;
                await work;
                await account.Queue.DeleteMessageAsync(message.MessageId, receipt);
            });
        }
    }

    // What fails comes again by itself; also where this writer was too slow and another has the message now.
    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault.IsStorageFault())
        {
            await Console.Error.WriteLineAsync($"writer {Environment.ProcessId}: {fault.Message.Split('\n')[0]} It is tried again.");
        }
    }

    // As in Local: entries are sent again only where nothing is queued, so that a long queue is not made longer.
    private async Task SweepAsync()
    {
        var settings = new IngestionSettings { ResendAfter = TimeSpan.Zero };
        var resender = new Sweeper(
            services.GetRequiredService<IFileStore>(),
            services.GetRequiredService<ILedgerStore>(),
            services.GetRequiredService<ParseStage>(),
            settings,
            TimeProvider.System,
            NullLogger<Sweeper>.Instance);
        while (true)
        {
            await Task.Delay(SweepEvery);
            await TryAsync(async () =>
            {
                await services.GetRequiredService<CommitFollowUp>().SweepAsync(CancellationToken.None);
                await services.GetRequiredService<EmbargoRelease>().ReleaseAsync(CancellationToken.None);
                await services.GetRequiredService<Sweeper>().SweepAsync(CancellationToken.None);
                if ((await account.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0)
                    await resender.SettleAsync(CancellationToken.None);
            });
        }
    }
}
