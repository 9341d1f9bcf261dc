using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Account;

namespace Pipeline.Local.Running;

/// <summary>Takes the place of the blob trigger and of the timers: the same sweep that catches lost events in Azure, every second and
/// whenever the drop folder brought something.</summary>
internal sealed class IncomingWatch(
    StorageAccount account, IFileStore files, ILedgerStore ledger, ParseStage parse, EmbargoRelease embargoes, IngestionSettings settings,
    Announcer announcer, Wakes wakes, TimeProvider time, ILogger<Sweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Sweeper sweeper = new(
        files, ledger, parse, settings with { SweepAfter = TimeSpan.Zero, ResendAfter = TimeSpan.MaxValue }, time, log);

    private readonly Sweeper resender = new(files, ledger, parse, settings with { ResendAfter = TimeSpan.Zero }, time, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await wakes.Files.WaitAsync(Interval, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
                await embargoes.ReleaseAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault("The sweep was cut short", fault);
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await sweeper.SweepAsync(cancellationToken);
        wakes.Entries.Signal();
        // An entry without a fate while nothing is queued was lost, as when the process was killed while it sent entries.
        if ((await account.Queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount == 0)
            await resender.SettleAsync(cancellationToken);
    }
}
