using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Hubs;
using Pipeline.Subscriptions.Rounds;

namespace Pipeline.Http.Subscriptions;

/// <summary>What hubs call (WebSub): they verify a subscription, and they deliver.</summary>
internal sealed partial class HubHandlers(
    SubscriptionStore store, FeedReception reception, IHubSecret secret, SubscriptionSettings settings, TimeProvider time,
    ILogger<HubHandlers> log)
{
    // A row that changes between reading and writing is read again; three in a row are no coincidence.
    private const int MaxTries = 3;
    private const string SignatureHeader = "X-Hub-Signature";
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>Confirms what was asked for, and nothing else.</summary>
    public async Task<IResult> VerifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Parameters.HubMode.Of(request, null) is not { } mode)
            return TypedResults.Text("Hubs deliver here.");
        if (!await OwnsAsync(request, cancellationToken))
            return NotAsked();
        var feed = await store.FindAsync(request.GetId(), cancellationToken);
        var topic = Parameters.HubTopic.Of(request, null);
        var isTopic = feed?.State.Hub is { } hub && hub.Topic.AbsoluteUri == topic;
        switch (mode)
        {
            case "subscribe" when isTopic:
                await NoteAsync(request.GetId(), hub => hub with { LeaseUntil = LeaseEnd(request), Error = null }, cancellationToken);
                return Challenge(request);
            case "unsubscribe" when !isTopic:
                return Challenge(request);
            case "denied" when isTopic:
                var error = $"the hub refuses: {Parameters.HubReason.Of(request, null) ?? "no reason given"}";
                await NoteAsync(request.GetId(), hub => hub with { LeaseUntil = null, Error = error }, cancellationToken);
                return TypedResults.Text("");
            default:
                return NotAsked();
        }
    }

    /// <summary>Takes a delivery in as if it had been fetched. One that is not signed as agreed is acknowledged and left
    /// (WebSub, 8).</summary>
    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!await OwnsAsync(request, cancellationToken))
            return NotAsked();
        if (await RequestBody.ReadAsync(request, settings.MaxBytes, cancellationToken) is not { } body)
            return ProblemTypes.BadBody.WithDetail($"A delivery may have {settings.MaxBytes >> 20} MiB.");
        var id = request.GetId();
        var keys = new HubKeys(await secret.FindAsync(cancellationToken));
        if (!keys.Verifies(id, request.Headers[SignatureHeader], body.Span))
            LogUnsigned(id);
        else if (!await TakeAsync(id, body, request.ContentType, cancellationToken))
            return ProblemTypes.FeedNotFollowed.WithDetail("The feed is not followed any more.");
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<bool> TakeAsync(string id, ReadOnlyMemory<byte> body, string? contentType, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } feed || !settings.IsOn)
                return false;
            if (await reception.TakeAsync(feed, body, contentType, feed.Address, cancellationToken) is not Reception.Taken(var state, _))
            {
                LogRefused(id);
                return true;
            }

            // The next poll still compares with the body that its validators are of.
            var taken = state with
            {
                ContentHash = feed.State.ContentHash,
                Hub = feed.State.Hub,
                LastSuccess = time.GetUtcNow(),
                LastError = null,
                Failures = 0,
            };
            if (await store.TrySaveAsync(feed with { State = taken }, cancellationToken))
                return true;
        }

        // What was dropped is known at the latest when it is polled.
        return true;
    }

    private async Task NoteAsync(string id, Func<HubState, HubState> note, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.FindAsync(id, cancellationToken) is not { State.Hub: { } hub } feed
                || await store.TrySaveAsync(feed with { State = feed.State with { Hub = note(hub) } }, cancellationToken))
                return;
        }
    }

    private DateTimeOffset LeaseEnd(HttpRequest request)
    {
        var stated = TimeSpan.FromSeconds(Parameters.HubLeaseSeconds.Of(request, (int)TimeSpan.FromDays(1).TotalSeconds));
        return time.GetUtcNow() + (stated < LongestLease ? stated : LongestLease);
    }

    private async Task<bool> OwnsAsync(HttpRequest request, CancellationToken cancellationToken) =>
        new HubKeys(await secret.FindAsync(cancellationToken)).Owns(request.GetId(), (string)request.RouteValues["token"]!);

    private static ContentHttpResult Challenge(HttpRequest request) => TypedResults.Text(Parameters.HubChallenge.Of(request, null) ?? "");

    private static IResult NotAsked() => ProblemTypes.NotFound.WithDetail("Nothing of that kind was asked for here.");

    [LoggerMessage(70, LogLevel.Warning, "A delivery for subscription {Id} is not signed as agreed; it is left")]
    private partial void LogUnsigned(string id);

    [LoggerMessage(71, LogLevel.Warning, "A delivery for subscription {Id} is no feed; it is left")]
    private partial void LogRefused(string id);
}
