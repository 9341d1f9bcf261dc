using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Rhythm;

namespace Pipeline.Http.Subscriptions;

/// <summary>What is followed.</summary>
/// <param name="Items">The subscriptions, by group and title.</param>
/// <param name="Notes">Which lists, or which of their lines, could not be read.</param>
public sealed record SubscriptionsResponse(IReadOnlyList<SubscriptionResponse> Items, IReadOnlyList<string> Notes);

/// <summary>A subscription and how it is doing. Addresses are without their credentials.</summary>
/// <param name="Id">Names it; the same for the same address.</param>
/// <param name="Title">What the list or else the feed calls it.</param>
/// <param name="Group">The groups that it stands in, with slashes between.</param>
/// <param name="Address">As it is listed.</param>
/// <param name="Feed">Where it is fetched, where that is elsewhere: the page led there, or the publisher moved it for good.</param>
/// <param name="OtherFeeds">Further feeds that the page names.</param>
/// <param name="Source">The source of its articles.</param>
/// <param name="Path">The file that it is dropped as; the ledger has its versions.</param>
/// <param name="Health">How it is doing.</param>
/// <param name="LastTried">When it was last fetched, or was to be.</param>
/// <param name="LastSuccess">When that last worked.</param>
/// <param name="LastError">Why it did not, the last time.</param>
/// <param name="Failures">How often in a row it did not.</param>
/// <param name="Next">When it is fetched next; missing where it never is.</param>
/// <param name="ChangesEverySeconds">The usual pause between two changes, with the silence since the last one.</param>
/// <param name="Files">How many files it brought.</param>
/// <param name="Entries">How many entries that were new.</param>
/// <param name="HubUntil">Until when a hub delivers what is new (WebSub); missing where it is polled.</param>
/// <param name="HubError">Why its hub does not deliver.</param>
public sealed record SubscriptionResponse(
    string Id, string? Title, string? Group, string Address, string? Feed, IReadOnlyList<string> OtherFeeds, string Source, string Path,
    SubscriptionHealth Health, DateTimeOffset? LastTried, DateTimeOffset? LastSuccess, string? LastError, int Failures,
    DateTimeOffset? Next, double? ChangesEverySeconds, int Files, int Entries, DateTimeOffset? HubUntil, string? HubError)
{
    internal static SubscriptionResponse FromFeed(FollowedFeed feed, DateTimeOffset now)
    {
        var (listed, state) = (feed.Subscription, feed.State);
        return new(
            listed.Id, listed.Title ?? state.Title, listed.Group, SecretAddress.Mask(listed.Address),
            state.Feed is { } found ? SecretAddress.Mask(found) : null, [.. state.OtherFeeds.Select(SecretAddress.Mask)],
            listed.Source, listed.Path, feed.Judge(now), state.LastTried, state.LastSuccess, state.LastError, state.Failures,
            state.GoneAt is null ? state.Next > now ? state.Next : now : null,
            FetchRhythm.FindPause(state.Changes, now) is { } pause ? Math.Round(pause.TotalSeconds) : null,
            state.Files, state.Entries, state.Hub?.LeaseUntil > now ? state.Hub.LeaseUntil : null, state.Hub?.Error);
    }
}
