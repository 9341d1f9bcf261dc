using System.Globalization;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Subscriptions.Hubs;

/// <summary>Asks hubs to deliver what is new, and asks again before they stop (WebSub, 5). Without a public address it does nothing, and
/// feeds are polled.</summary>
public sealed class HubAgreement(IFeedFetcher fetcher, IHubSecret secret, SubscriptionSettings settings, TimeProvider time)
{
    /// <summary>The path of the callback, before the subscription's id and token.</summary>
    public const string CallbackPath = "api/websub";

    // What most hubs grant.
    private static readonly TimeSpan AskedLease = TimeSpan.FromDays(10);

    // A hub that did not verify is asked again after this.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(6);

    /// <summary>The state after the hub was asked, where it is time to.</summary>
    public async Task<SubscriptionState> KeepAsync(
        Subscription subscription, SubscriptionState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (settings.PublicAddress is not { } home || state.Hub is not { } hub || !IsDue(hub, now))
            return state;
        var keys = new HubKeys(await secret.FindAsync(cancellationToken));
        var refusal = await fetcher.PostAsync(hub.Address, new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe",
            ["hub.topic"] = hub.Topic.AbsoluteUri,
            ["hub.callback"] = new Uri(home, $"/{CallbackPath}/{subscription.Id}/{keys.Token(subscription.Id)}").AbsoluteUri,
            ["hub.secret"] = keys.Secret(subscription.Id),
            ["hub.lease_seconds"] = AskedLease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        }, cancellationToken);
        return state with { Hub = hub with { AskedAt = now, Error = refusal } };
    }

    private bool IsDue(HubState hub, DateTimeOffset now) =>
        (hub.LeaseUntil is not { } lease || lease - now < settings.LongestPause * 2)
        && (hub.AskedAt is not { } asked || now - asked > AskAgainAfter);
}
