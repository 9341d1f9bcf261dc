namespace Pipeline.Webhooks;

/// <summary>Posts deliveries to receivers, to addresses that the settings allow and to no others.</summary>
public interface IWebhookSender
{
    /// <summary>Posts one delivery, once. Never throws for what a receiver does or does not do.</summary>
    Task<WebhookOutcome> SendAsync(Uri url, WebhookDelivery delivery, CancellationToken cancellationToken);
}

/// <summary>What is posted.</summary>
/// <param name="Id">The same at each try.</param>
/// <param name="SentAt">The time of this try.</param>
/// <param name="Signature">As the header <c>webhook-signature</c> has it.</param>
/// <param name="Body">JSON.</param>
public sealed record WebhookDelivery(string Id, DateTimeOffset SentAt, string Signature, ReadOnlyMemory<byte> Body);

/// <summary>What became of a try.</summary>
public abstract record WebhookOutcome
{
    private WebhookOutcome()
    {
    }

    /// <summary>The receiver answered with a 2xx.</summary>
    public sealed record Taken : WebhookOutcome;

    /// <summary>It did not.</summary>
    /// <param name="Reason">In words, without what the receiver wrote.</param>
    /// <param name="RetryAfter">When it wants to be asked again.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter) : WebhookOutcome
    {
        /// <summary>True where it answered 410: it wants no more.</summary>
        public bool IsGone { get; init; }
    }
}
