using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Local.Running;

/// <summary>Takes the place of the blob trigger and of the timers: the same sweep that catches lost events in Azure, every second.</summary>
internal sealed class IncomingWatch : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // As many as the Functions host's blob trigger makes before it gives a file up.
    private const int MaxAttempts = 5;

    private readonly StorageAccount account;
    private readonly ParseStage parse;
    private readonly EmbargoRelease embargoes;
    private readonly Announcer announcer;
    private readonly TimeProvider time;
    private readonly UnseenFiles unseen;
    private readonly Sweeper sweeper;
    private readonly Sweeper resender;
    private readonly Dictionary<FileListing, int> attempts = [];

    public IncomingWatch(
        StorageAccount account, IFileStore files, ILedgerStore ledger, ParseStage parse, EmbargoRelease embargoes, IngestionSettings settings,
        Announcer announcer, TimeProvider time)
    {
        (this.account, this.parse, this.embargoes, this.announcer, this.time) = (account, parse, embargoes, announcer, time);
        unseen = new UnseenFiles(files);
        var atOnce = settings with { SweepAfter = TimeSpan.Zero };
        sweeper = new Sweeper(unseen, ledger, parse, atOnce with { ResendAfter = TimeSpan.MaxValue }, time);
        resender = new Sweeper(unseen, ledger, parse, atOnce with { ResendAfter = TimeSpan.Zero }, time);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
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
        try
        {
            await sweeper.SweepAsync(cancellationToken);
            // An entry without a fate while nothing is queued was lost, as when the process was killed while it sent entries.
            if ((await account.Queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount == 0)
                await resender.SettleAsync(cancellationToken);
        }
        catch (Exception fault) when (unseen.InHand is { } file && CountAttempt(file) == MaxAttempts)
        {
            await parse.FailAsync(file.Path, fault.Message, cancellationToken);
            unseen.Skip(file);
        }
    }

    private int CountAttempt(FileListing file) => attempts[file] = attempts.GetValueOrDefault(file) + 1;
}
