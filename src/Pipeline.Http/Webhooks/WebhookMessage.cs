namespace Pipeline.Http.Webhooks;

/// <summary>The body of a delivery, in the form of Standard Webhooks 1.0.</summary>
/// <param name="Type">What it tells: <see cref="WebhookMessage.Changed"/>.</param>
/// <param name="Timestamp">When the last of its changes was committed.</param>
/// <param name="Data">What a poll would have answered: a receiver may go on polling from its <c>next</c>.</param>
internal sealed record WebhookMessage<T>(string Type, DateTimeOffset Timestamp, T Data);

/// <summary>The types of deliveries.</summary>
internal static class WebhookMessage
{
    public const string Changed = "articles.changed";
}
