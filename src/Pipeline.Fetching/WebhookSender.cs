using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Pipeline.Fetching.Guarding;
using Pipeline.Webhooks;

namespace Pipeline.Fetching;

/// <summary>Posts deliveries with the headers of Standard Webhooks 1.0. A redirect is not followed, and nothing that the receiver writes is
/// read.</summary>
internal sealed class WebhookSender(IHttpClientFactory clients, WebhookSettings settings, TimeProvider time) : IWebhookSender
{
    public const string ClientName = "webhooks";

    public async Task<WebhookOutcome> SendAsync(Uri url, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Write(url, delivery);
            using var answer = await clients.CreateClient(ClientName).SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(answer);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested
            && FetchFaults.Describe(fault, settings.Timeout, settings.Timeout) is { } reason)
        {
            return new WebhookOutcome.Failed(reason, null);
        }
    }

    private static HttpRequestMessage Write(Uri url, WebhookDelivery delivery)
    {
        var body = new ReadOnlyMemoryContent(delivery.Body);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
        message.Headers.Add("webhook-id", delivery.Id);
        message.Headers.Add("webhook-timestamp", delivery.SentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", delivery.Signature);
        // An admin wrote the address, as an operator writes a list.
        message.Options.Set(GuardedConnection.IsListedLoopback, true);
        return message;
    }

    private WebhookOutcome Judge(HttpResponseMessage answer) => answer switch
    {
        { IsSuccessStatusCode: true } => new WebhookOutcome.Taken(),
        { StatusCode: HttpStatusCode.Gone } => new WebhookOutcome.Failed("the receiver answered 410 Gone: it wants no more", null)
        {
            IsGone = true,
        },
        { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => new WebhookOutcome.Failed(
            $"the receiver answered {(int)answer.StatusCode}, and redirects are not followed", null),
        _ => new WebhookOutcome.Failed(
            $"the receiver answered {(int)answer.StatusCode} {answer.StatusCode}", AnswerFacts.FindRetryAfter(answer, time)),
    };
}
