using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Local.Workspace;
using Pipeline.Storage.Account;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Local.Subscribing;

/// <summary>Adds to the lists and takes from them, and tells what became of a first fetch.</summary>
internal sealed class SubscriptionEdits
{
    // A round comes every minute on Azure, and every two seconds here.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly SubscriptionLists lists;
    private readonly SubscriptionStore store;
    private readonly TextWriter output;

    public SubscriptionEdits(StorageAccount account, TextWriter output)
    {
        lists = new SubscriptionLists(account, NullLogger<SubscriptionLists>.Instance);
        store = new SubscriptionStore(account, lists);
        this.output = output;
    }

    /// <summary>Returns the exit code.</summary>
    public async Task<int> AddAsync(Subscription subscription, bool waits, CancellationToken cancellationToken)
    {
        var isNew = await EditAsync(() => lists.AddAsync(subscription, cancellationToken));
        var done = isNew ? "subscribed to" : "was subscribed to already:";
        await output.WriteLineAsync($"{done} {SecretAddress.Mask(subscription.Address)}");
        return await FollowAsync([subscription], waits, cancellationToken);
    }

    public async Task<int> AddListAsync(string file, bool waits, CancellationToken cancellationToken)
    {
        if (new FileInfo(file).Length > SubscriptionLists.MaxBytes)
            throw new LocalException($"{file} is larger than {SubscriptionLists.MaxBytes >> 20} MiB.");
        var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
        var list = OpmlDocument.Read(bytes)?.ReadList() ?? throw new LocalException($"{file} is no list of feeds (OPML).");
        await lists.PutAsync(Path.GetFileName(file), bytes, cancellationToken);
        foreach (var note in list.Notes)
            await output.WriteLineAsync(note);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"subscribed to {list.Subscriptions.Count} feeds"));
        return await FollowAsync(list.Subscriptions, waits, cancellationToken);
    }

    public async Task<int> RemoveAsync(string text, CancellationToken cancellationToken)
    {
        var id = Subscription.ReadAddress(text) is { } address ? new Subscription(address).Id : text;
        if (!await EditAsync(() => lists.RemoveAsync(id, cancellationToken)))
            throw new LocalException("No list has it. 'list' shows what is followed.");
        await lists.TakeUpAsync(cancellationToken);
        await output.WriteLineAsync("unsubscribed");
        return 0;
    }

    private async Task<int> FollowAsync(IReadOnlyList<Subscription> subscriptions, bool waits, CancellationToken cancellationToken)
    {
        await lists.TakeUpAsync(cancellationToken);
        if (!waits)
            return 0;
        using var limit = new CancellationTokenSource(MaxWait);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var left = subscriptions.Select(subscription => subscription.Id).ToHashSet(StringComparer.Ordinal);
        var failures = 0;
        while (left.Count > 0 && !limit.IsCancellationRequested)
        {
            foreach (var feed in await store.ListAsync(cancellationToken))
            {
                if (feed.State.LastTried is null || !left.Remove(feed.Subscription.Id))
                    continue;
                failures += feed.State.LastError is null ? 0 : 1;
                await output.WriteLineAsync(Describe(feed));
            }

            if (left.Count > 0)
                await Task.Delay(Pause, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (left.Count > 0)
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{left.Count} wait for their turn; 'list' shows them"));
        return failures > 0 ? 1 : 0;
    }

    private static string Describe(FollowedFeed feed)
    {
        var led = feed.State.Feed is { } found ? $" (at {SecretAddress.Mask(found)})" : "";
        var address = SecretAddress.Mask(feed.Subscription.Address) + led;
        return feed.State.LastError is { } error
            ? $"{address}  failed: {error}"
            : string.Create(CultureInfo.InvariantCulture, $"{address}  {feed.State.Entries} entries, as {feed.Subscription.Path}");
    }

    private static async Task<bool> EditAsync(Func<Task<bool>> edit)
    {
        try
        {
            return await edit();
        }
        catch (InvalidDataException broken)
        {
            throw new LocalException(broken.Message);
        }
    }
}
