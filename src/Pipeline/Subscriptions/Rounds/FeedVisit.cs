using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Subscriptions.Fetching;
using Pipeline.Subscriptions.Hubs;
using Pipeline.Subscriptions.Rhythm;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>One fetch of one feed: what came of it, and when the next one is.</summary>
public sealed class FeedVisit(
    IFeedFetcher fetcher, FeedReception reception, HubAgreement hubs, FetchRhythm rhythm, TimeProvider time, ILogger<FeedVisit> log)
{
    // A publisher's redirect for good may be a mistake: then the listed address is worth a try.
    private const int FailuresBeforeListed = 5;
    private const int MaxOtherFeeds = 10;

    /// <summary>Fetches the feed. What fails is a state too, save for a process that is asked to stop.</summary>
    public async Task<FollowedFeed> VisitAsync(FollowedFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            return feed with { State = await FetchAsync(feed, mayLead: true, cancellationToken) };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            log.VisitFault(fault, feed.Subscription.Id);
            return feed with { State = Fail(feed, "a fault on this side; the log has it under the subscription's id", null) };
        }
    }

    private async Task<SubscriptionState> FetchAsync(FollowedFeed feed, bool mayLead, CancellationToken cancellationToken)
    {
        var isLoopback = AddressRule.IsLoopback(feed.Subscription.Address);
        var request = new FetchRequest(feed.Address, isLoopback, feed.State.ETag, feed.State.LastModified);
        switch (await fetcher.FetchAsync(request, cancellationToken))
        {
            case FetchOutcome.Unchanged(var facts):
                return await SucceedAsync(feed, feed.State, facts, "unchanged", cancellationToken);
            case FetchOutcome.Fetched fetched:
                return await TakeAsync(feed, fetched, mayLead, cancellationToken);
            case FetchOutcome.Gone:
                return End(feed);
            case FetchOutcome.Failed(var reason, var retryAfter):
                return Fail(feed, reason, retryAfter);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<SubscriptionState> TakeAsync(
        FollowedFeed feed, FetchOutcome.Fetched fetched, bool mayLead, CancellationToken cancellationToken)
    {
        switch (await reception.TakeAsync(feed, fetched.Body, fetched.ContentType, fetched.Facts.Address, cancellationToken))
        {
            case Reception.Taken(var state, var entries):
                var validated = state with { ETag = fetched.Facts.ETag, LastModified = fetched.Facts.LastModified };
                return await SucceedAsync(feed, validated, fetched.Facts, entries > 0 ? "changed" : "known", cancellationToken);
            // A server that answers an error with a page must not lead a feed that worked elsewhere.
            case Reception.Page(var feeds) when mayLead && feed.State.LastSuccess is null:
                var found = feed.State with { Feed = feeds[0], OtherFeeds = [.. feeds.Skip(1).Take(MaxOtherFeeds)] };
                return await FetchAsync(feed with { State = found }, mayLead: false, cancellationToken);
            case Reception.Refused(var reason):
                return Fail(feed, reason, null);
            default:
                return Fail(feed, "what came is a web page and no feed", null);
        }
    }

    private async Task<SubscriptionState> SucceedAsync(
        FollowedFeed feed, SubscriptionState state, FetchFacts facts, string outcome, CancellationToken cancellationToken)
    {
        PipelineTelemetry.CountFetch(outcome);
        var now = time.GetUtcNow();
        var moved = facts.MovedTo is { } to && to != feed.Address ? to : null;
        if (moved is not null)
            log.FeedMoved(feed.Subscription.Id, SecretAddress.Mask(moved));
        var success = state with
        {
            LastTried = now,
            LastSuccess = now,
            LastError = null,
            Failures = 0,
            AskedPause = facts.MaxAge > (state.FeedPause ?? TimeSpan.Zero) ? facts.MaxAge : state.FeedPause,
            Feed = moved ?? state.Feed,
            IsMoved = moved is not null || state.IsMoved,
            // The Link header speaks before the feed (WebSub, 4).
            Hub = facts.Hub is { } hub && state.Hub?.Address != hub ? new HubState(hub, facts.Self ?? facts.Address) : state.Hub,
        };
        // A hub that was named just now is asked at the next fetch: it may call back before this state is stored.
        var agreed = success.Hub == feed.State.Hub ? await hubs.KeepAsync(feed.Subscription, success, cancellationToken) : success;
        return agreed with { Next = rhythm.NextAfterSuccess(agreed, now) };
    }

    private SubscriptionState End(FollowedFeed feed)
    {
        PipelineTelemetry.CountFetch("gone");
        log.FeedGone(feed.Subscription.Id, SecretAddress.Mask(feed.Address));
        var now = time.GetUtcNow();
        return feed.State with
        {
            LastTried = now,
            GoneAt = now,
            LastError = "the publisher says that the feed is gone for good (410)",
            Next = DateTimeOffset.MaxValue,
        };
    }

    private SubscriptionState Fail(FollowedFeed feed, string reason, TimeSpan? retryAfter)
    {
        PipelineTelemetry.CountFetch("failed");
        var now = time.GetUtcNow();
        var failed = feed.State with { LastTried = now, LastError = reason, Failures = feed.State.Failures + 1 };
        log.FeedFailed(feed.Subscription.Id, SecretAddress.Mask(feed.Address), failed.Failures, reason);
        if (failed is { Feed: not null, Failures: FailuresBeforeListed })
            failed = failed with { Feed = null, IsMoved = false, ETag = null, LastModified = null };
        return failed with { Next = rhythm.NextAfterFailure(failed, now, retryAfter) };
    }
}
