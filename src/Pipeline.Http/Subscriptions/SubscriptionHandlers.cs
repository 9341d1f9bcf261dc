using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Storage.Subscriptions;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Http.Subscriptions;

/// <summary>The list of feeds that are followed, to be read and to be replaced.</summary>
internal sealed class SubscriptionHandlers(SubscriptionStore store, SubscriptionLists lists, TimeProvider time)
{
    private const string Opml = "text/x-opml";

    /// <summary>The subscriptions with their state; as OPML where <c>format</c> or Accept asks for it.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var feeds = await store.ListAsync(cancellationToken);
        var isOpml = Parameters.Format.Of(request, null) is { } format ? format == SubscriptionFormat.Opml : AcceptsOpml(request);
        return isOpml
            ? new TaggedAnswer(OpmlDocument.Write(feeds.Select(feed => feed.Subscription), SecretAddress.Mask), Opml)
            : await AnswerAsync(feeds, cancellationToken);
    }

    /// <summary>Makes what the body lists the only subscriptions. A feed that stays keeps its state.</summary>
    public async Task<IResult> ReplaceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await RequestBody.ReadAsync(request, SubscriptionLists.MaxBytes, cancellationToken) is not { } body)
            return ProblemTypes.BadBody.WithDetail($"A list may have {SubscriptionLists.MaxBytes >> 20} MiB.");
        if (OpmlDocument.Read(body)?.ReadList() is not { } list)
            return ProblemTypes.BadBody.WithDetail("The body is no list of feeds (OPML) that can be read.");
        var known = (await store.ListAsync(cancellationToken)).ToLookup(feed => SecretAddress.Mask(feed.Subscription.Address));
        var replaced = list.Subscriptions.Select(listed => Unmask(listed, known)).ToList();
        if (replaced.FirstOrDefault(listed => SecretAddress.IsMasked(listed.Address.OriginalString)) is { } unknown)
            return ProblemTypes.BadBody.WithDetail(
                $"{unknown.Address.OriginalString} is an address without its credentials, and no subscription has them. Write it out.");
        await lists.ReplaceAsync(replaced, cancellationToken);
        await lists.TakeUpAsync(cancellationToken);
        return await AnswerAsync(await store.ListAsync(cancellationToken), cancellationToken);
    }

    // What was read here has no credentials; when it comes back, they are those that are known.
    private static Subscription Unmask(Subscription listed, ILookup<string, FollowedFeed> known) =>
        SecretAddress.IsMasked(listed.Address.OriginalString)
            && known[SecretAddress.Mask(listed.Address)].FirstOrDefault() is { Subscription: var present }
                ? new Subscription(present.Address) { Title = listed.Title, Group = listed.Group, Source = listed.Source }
                : listed;

    private static bool AcceptsOpml(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(type => type.MediaType.Value?.Contains("opml", StringComparison.OrdinalIgnoreCase) == true);

    private async Task<IResult> AnswerAsync(IReadOnlyList<FollowedFeed> feeds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return TaggedAnswer.Json(new SubscriptionsResponse(
            [.. feeds.Select(feed => SubscriptionResponse.FromFeed(feed, now))], await lists.ListNotesAsync(cancellationToken)));
    }
}
