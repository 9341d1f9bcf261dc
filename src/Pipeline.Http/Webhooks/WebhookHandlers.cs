using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Storage.Webhooks;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;
using Pipeline.Webhooks;

namespace Pipeline.Http.Webhooks;

/// <summary>What an admin does with webhooks.</summary>
internal sealed class WebhookHandlers(
    WebhookStore store, HeadWatch watch, LogPlaces places, WebhookSettings settings, TimeProvider time)
{
    private const int MaxBody = 64 * 1024;
    private const int MaxUrl = 2_000;

    private readonly AddressRule rule = settings.CreateAddressRule();

    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var head = await watch.ReadAsync(cancellationToken);
        return TaggedAnswer.Json(new PageResponse<WebhookResponse>(
            [.. (await store.ListAsync(cancellationToken)).Select(stored => WebhookResponse.FromWebhook(stored, head))], null));
    }

    public async Task<IResult> AddAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await ReadAsync<WebhookRequest>(request, cancellationToken) is not { } asked)
            return NoJson("url, secret, filter and since");
        if ((RefuseUrl(asked.Url) ?? RefuseSecret(asked.Secret ?? "") ?? WebhookFilter.Refuse(asked.Filter ?? "")) is { } problem)
            return problem;
        var place = await places.FindAsync(asked.Since ?? Parameters.Latest, cancellationToken);
        if (place.Problem is not null)
            return place.Problem;
        var webhook = new Webhook(new Uri(asked.Url!), asked.Secret!, asked.Filter ?? "", time.GetUtcNow());
        return await store.TryAddAsync(webhook, new WebhookProgress(place.Sequence), cancellationToken)
            ? await AnswerAsync((await store.FindAsync(webhook.Id, cancellationToken))!, StatusCodes.Status201Created, cancellationToken)
            : ProblemTypes.Conflict.WithDetail($"There is a webhook for this address: {webhook.Id}. Change it, or delete it first.");
    }

    public async Task<IResult> ChangeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await ReadAsync<WebhookChange>(request, cancellationToken) is not { } asked)
            return NoJson("secret, filter, since and isActive");
        if (((asked.Secret is { } secret ? RefuseSecret(secret) : null)
            ?? (asked.Filter is { } filter ? WebhookFilter.Refuse(filter) : null)) is { } problem)
            return problem;
        var place = asked.Since is { } since ? await places.FindAsync(since, cancellationToken) : default;
        if (place.Problem is not null)
            return place.Problem;
        var changed = await store.ChangeAsync(
            request.GetId(), stored => Change(stored, asked, asked.Since is null ? null : place.Sequence), cancellationToken);
        return changed is null ? NoWebhook(request) : await AnswerAsync(changed, StatusCodes.Status200OK, cancellationToken);
    }

    public async Task<IResult> DeleteAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await store.FindAsync(request.GetId(), cancellationToken) is { } stored
            && await store.DeleteAsync(stored.Webhook.Id, cancellationToken)
                ? await AnswerAsync(stored, StatusCodes.Status200OK, cancellationToken) : NoWebhook(request);

    private (Webhook Webhook, WebhookProgress Progress) Change(StoredWebhook stored, WebhookChange asked, long? sequence)
    {
        // Another filter or place makes other deliveries, so that none is the one that failed.
        var progress = asked.Filter is not null || sequence is not null
            ? stored.Progress with { Sequence = sequence ?? stored.Progress.Sequence, Pending = null }
            : stored.Progress;
        return (
            stored.Webhook with { Secret = asked.Secret ?? stored.Webhook.Secret, Filter = asked.Filter ?? stored.Webhook.Filter },
            asked.IsActive switch
            {
                true => progress.Resume(),
                false => progress.Stop("an admin stopped it", time.GetUtcNow()),
                null => progress,
            });
    }

    // What a name resolves to is looked at whenever it is connected to; what is plain can be refused at once.
    private IResult? RefuseUrl(string? text)
    {
        if (text is null || text.Length > MaxUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url) || !Subscription.IsWeb(url)
            || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return ProblemTypes.BadBody.WithDetail(
                $"`url` must be an address of the web, without user or fragment and of at most {MaxUrl} characters.");
        var isLoopback = AddressRule.IsLoopback(url);
        var address = IPAddress.TryParse(url.IdnHost, out var literal) ? literal : isLoopback ? IPAddress.Loopback : null;
        return (address is null || rule.Allows(address, isLoopback)) && rule.AllowsPort(url.Port, isLoopback) ? null
            : ProblemTypes.BadBody.WithDetail(
                $"{url.Authority} is no public address at a port that may be asked. The settings Pipeline__Webhooks__AllowedNetworks and "
                + "Pipeline__Webhooks__Ports allow others.");
    }

    private static IResult? RefuseSecret(string secret) => WebhookSignature.IsSecret(secret) ? null
        : ProblemTypes.BadBody.WithDetail(
            "`secret` must be whsec_ and base64 of 24 to 64 random bytes: echo \"whsec_$(openssl rand -base64 32)\".");

    private static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await RequestBody.ReadAsync(request, MaxBody, cancellationToken) is { } body
                ? JsonSerializer.Deserialize<T>(body.Span, EndpointJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IResult> AnswerAsync(StoredWebhook stored, int status, CancellationToken cancellationToken) => TypedResults.Json(
        WebhookResponse.FromWebhook(stored, await watch.ReadAsync(cancellationToken)), EndpointJson.Options, statusCode: status);

    private static IResult NoJson(string members) =>
        ProblemTypes.BadBody.WithDetail($"The body must be a JSON object with no more than {members}.");

    private static IResult NoWebhook(HttpRequest request) =>
        ProblemTypes.NotFound.WithDetail($"There is no webhook {request.GetId()}.", "id");
}
