using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Webhooks;

/// <summary>What an operator may set about webhooks.</summary>
public sealed record WebhookSettings
{
    /// <summary>How long a receiver may take to answer (default 15 seconds).</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many changes a delivery holds at most (default 100).</summary>
    public int MaxChanges { get; init; } = 100;

    /// <summary>How large a delivery may be, in bytes, unless a single change is larger (default 1 MiB).</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>The pause after the first failure; it doubles with each (default 5 seconds).</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause (default an hour).</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>For how long a webhook may fail before it is stopped (default 3 days).</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The ports that may be asked; <c>null</c> for those of http and https, 80 and 443. A 0 stands for any.</summary>
    public IReadOnlyList<int>? Ports { get; init; }

    /// <summary>Networks that may be asked although they are not public (<c>10.20.0.0/16</c>).</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Whether a loopback address may be asked, at any port.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>What may be asked.</summary>
    public AddressRule CreateAddressRule() => new(AllowedNetworks, Ports, AllowLoopback);

    /// <summary>The pause after a number of failures: what the receiver asked for, or twice the one before.</summary>
    internal TimeSpan FindPause(int failures, TimeSpan? asked)
    {
        // Thirty doublings are more than any longest pause.
        var pause = asked ?? FirstPause * Math.Pow(2, Math.Min(failures, 30));
        return pause > LongestPause ? LongestPause : pause;
    }
}
