namespace Pipeline.Webhooks;

/// <summary>How far a webhook has come in the log, and how it is doing.</summary>
/// <param name="Sequence">The last line that its receiver took, or that its filter passed over.</param>
public sealed record WebhookProgress(long Sequence)
{
    /// <summary>The last line of the delivery that failed, so that the next try has the same lines under the same id.</summary>
    public long? Pending { get; init; }

    /// <summary>How many changes were taken.</summary>
    public long Delivered { get; init; }

    public DateTimeOffset? LastTried { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Why the last delivery was not taken; <c>null</c> where it was.</summary>
    public string? LastError { get; init; }

    /// <summary>Deliveries in a row that were not taken.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it is tried next at the earliest.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Since when nothing is delivered until an admin resumes it.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>How it is doing.</summary>
    public WebhookHealth Health => StoppedAt is not null ? WebhookHealth.Stopped : Failures > 0 ? WebhookHealth.Failing : WebhookHealth.Ok;

    /// <summary>Whether there may be something to deliver now.</summary>
    public bool IsDue(DateTimeOffset now) => StoppedAt is null && !(Next > now);

    /// <summary>After its receiver took a delivery.</summary>
    public WebhookProgress Take(long sequence, int changes, DateTimeOffset now) => new(sequence)
    {
        Delivered = Delivered + changes,
        LastTried = now,
        LastSuccess = now,
    };

    /// <summary>After lines that its filter does not let through.</summary>
    public WebhookProgress PassOver(long sequence) => this with { Sequence = sequence, Pending = null };

    /// <summary>After a delivery that was not taken. It is stopped where that goes on for too long, or where the receiver is
    /// gone.</summary>
    /// <param name="failed">What came of it.</param>
    /// <param name="pending">The last line of the delivery.</param>
    /// <param name="settings">How long to wait, and for how long to go on.</param>
    /// <param name="now">The time.</param>
    public WebhookProgress Fail(WebhookOutcome.Failed failed, long pending, WebhookSettings settings, DateTimeOffset now)
    {
        var since = FailingSince ?? now;
        var next = now + settings.FindPause(Failures, failed.RetryAfter);
        return this with
        {
            Pending = pending,
            LastTried = now,
            LastError = failed.Reason,
            Failures = Failures + 1,
            FailingSince = since,
            Next = next,
            StoppedAt = failed.IsGone || next - since > settings.GiveUpAfter ? now : null,
        };
    }

    /// <summary>Delivers no more until it is resumed.</summary>
    public WebhookProgress Stop(string reason, DateTimeOffset now) => this with { LastError = reason, StoppedAt = StoppedAt ?? now };

    /// <summary>Goes on where it stopped, at once.</summary>
    public WebhookProgress Resume() => this with { Failures = 0, FailingSince = null, Next = null, StoppedAt = null };
}

/// <summary>How a webhook is doing.</summary>
public enum WebhookHealth
{
    /// <summary>What was delivered last was taken, or nothing was yet.</summary>
    Ok,

    /// <summary>The last delivery was not taken; it is tried again.</summary>
    Failing,

    /// <summary>It failed for too long, or an admin stopped it: nothing is delivered until it is resumed, and nothing is lost.</summary>
    Stopped,
}
