using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Storage.Account;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Local.Subscribing;

/// <summary>The command line of <c>list</c>.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var opml = new Option<bool>("--opml") { Description = "Print a list that feed readers import." };
        var secrets = new Option<bool>("--secrets") { Description = "With --opml: with the credentials that addresses hold." };
        var command = new Command("list", "Shows the feeds that are followed and how each is doing.") { opml, secrets };
        var storage = StoreOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            PrintAsync(storage.Find(parsed), parsed.GetValue(opml), parsed.GetValue(secrets), cancellationToken));
        return command;
    }

    private static async Task<int> PrintAsync(
        StorageAccount account, bool asOpml, bool withSecrets, CancellationToken cancellationToken)
    {
        var lists = new SubscriptionLists(account, NullLogger<SubscriptionLists>.Instance);
        var feeds = await new SubscriptionStore(account, lists).ListAsync(cancellationToken);
        if (asOpml)
        {
            await using var output = Console.OpenStandardOutput();
            var listed = feeds.Select(feed => feed.Subscription);
            await output.WriteAsync(
                OpmlDocument.Write(listed, withSecrets ? address => address.OriginalString : SecretAddress.Mask), cancellationToken);
            return 0;
        }

        foreach (var feed in feeds)
            Console.WriteLine(Describe(feed, TimeProvider.System.GetUtcNow()));
        foreach (var note in await lists.ListNotesAsync(cancellationToken))
            Console.WriteLine(note);
        return 0;
    }

    private static string Describe(FollowedFeed feed, DateTimeOffset now)
    {
        var health = feed.Judge(now);
        var state = feed.State;
        var success = state.LastSuccess is { } at ? $"last fetched {at:u}" : "never fetched";
        var next = health == SubscriptionHealth.Gone ? "never again" : state.Next <= now ? "due" : $"next {state.Next:u}";
        var error = state.LastError is { } reason ? $"; {reason}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{feed.Subscription.Id}  {health.ToString().ToLowerInvariant()}  {SecretAddress.Mask(feed.Subscription.Address)}  "
                + $"{state.Entries} entries; {success}; {next}{error}");
    }
}
