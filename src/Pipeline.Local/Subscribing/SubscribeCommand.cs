using System.CommandLine;
using Pipeline.Local.Workspace;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Local.Subscribing;

/// <summary>The command lines of <c>subscribe</c> and <c>unsubscribe</c>.</summary>
internal static class SubscribeCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("URL|FILE") { Description = "A feed's or a page's address, or a list of feeds (OPML)." };
        var source = new Option<string?>("--source") { Description = "The source of its entries (default: the address's host)." };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait for the first fetch." };
        var command = new Command(
            "subscribe", "Follows a feed, or every feed of a list, and waits for the first fetch. Exit code 1: a fetch failed.")
        {
            what, source, noWait,
        };
        var storage = StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var edits = new SubscriptionEdits(storage.Find(parsed), Console.Out);
            return File.Exists(parsed.GetValue(what))
                ? edits.AddListAsync(parsed.GetValue(what)!, !parsed.GetValue(noWait), cancellationToken)
                : edits.AddAsync(Read(parsed.GetValue(what)!, parsed.GetValue(source)), !parsed.GetValue(noWait), cancellationToken);
        });
        return command;
    }

    public static Command CreateUnsubscribe()
    {
        var address = new Argument<string>("URL") { Description = "The address as it is listed, or the subscription's id." };
        var command = new Command("unsubscribe", "Stops following a feed. What it brought stays.") { address };
        var storage = StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            new SubscriptionEdits(storage.Find(parsed), Console.Out).RemoveAsync(parsed.GetValue(address)!, cancellationToken));
        return command;
    }

    private static Subscription Read(string text, string? source)
    {
        if (Subscription.ReadAddress(text) is not { } address)
            throw new LocalException($"{text} is neither a file nor an address of http or https.");
        if (source is not null && !OpmlDocument.IsSource(source))
            throw new LocalException($"{source} cannot name a source: letters, digits, dots and hyphens can.");
        return source is null ? new Subscription(address) : new Subscription(address) { Source = source };
    }
}
