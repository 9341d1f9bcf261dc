using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Feeds;

/// <summary>The token of the feeds, and the feeds for whoever has it.</summary>
internal sealed class FeedTokenHandlers(FeedTokens tokens, FeedHandlers feeds)
{
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(new FeedTokenResponse(await tokens.FindAsync(cancellationToken)), cacheControl: "no-store");

    public async Task<IResult> RenewAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TypedResults.Json(new FeedTokenResponse(await tokens.RenewAsync(cancellationToken)), EndpointJson.Options);

    public Task<IResult> GetRssAsync(HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, feeds.GetRssAsync, cancellationToken);

    public Task<IResult> GetAtomAsync(HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, feeds.GetAtomAsync, cancellationToken);

    public Task<IResult> GetJsonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, feeds.GetJsonAsync, cancellationToken);

    private async Task<IResult> AnswerAsync(HttpRequest request, RouteHandler feed, CancellationToken cancellationToken) =>
        await tokens.IsTokenAsync(request.FindToken()!, cancellationToken)
            ? await feed(request, cancellationToken)
            : ProblemTypes.KeyMissing.WithDetail(
                "The token in this address opens no feed, or not any more. Take the feed's address anew from the reader page.", "token");
}

/// <summary>What opens the feeds.</summary>
/// <param name="Token">Stands in the path of a feed: `/api/feeds/TOKEN/feed.rss`.</param>
public sealed record FeedTokenResponse(string Token);
