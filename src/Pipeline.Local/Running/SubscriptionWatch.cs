using System.Globalization;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Local.Running;

/// <summary>
/// Uploads the lists of feeds that lie in the data folder, new or changed, and fetches what is due every two seconds, so that a feed that
/// was subscribed to shows at once. A list that is deleted there is deleted in the store by <c>unsubscribe</c> alone.
/// </summary>
internal sealed class SubscriptionWatch(
    SubscriptionLists lists, SubscriptionRound round, RunOptions options, Announcer announcer, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, string> seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(options.Data.Subscriptions);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                foreach (var file in new DirectoryInfo(options.Data.Subscriptions).EnumerateFiles("*.opml"))
                    await TakeUpAsync(file, stoppingToken);
                await round.RunAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                announcer.Fault("Feeds could not be fetched", fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeUpAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");
        if (seen.GetValueOrDefault(file.Name) == stamp)
            return;
        if (file.Length <= SubscriptionLists.MaxBytes)
            await lists.PutAsync(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), cancellationToken);
        seen[file.Name] = stamp;
    }
}
