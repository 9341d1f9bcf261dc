namespace Pipeline.Subscriptions;

/// <summary>What an operator may set about the feeds that are followed.</summary>
public sealed record SubscriptionSettings
{
    /// <summary>False fetches nothing.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Whom a publisher may write to or where to read about this: an address of the web or of mail, in the User-Agent.</summary>
    public string? Contact { get; init; }

    /// <summary>Where the endpoint can be reached from outside (<c>https://news.example</c>); <c>null</c> leaves WebSub out.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The shortest pause between two fetches of a feed (default 10 minutes).</summary>
    public TimeSpan ShortestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest (default a day).</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many hosts are asked at once (default 32).</summary>
    public int MaxConcurrency { get; init; } = 32;

    /// <summary>How many requests a host gets at once (default 1).</summary>
    public int MaxPerHost { get; init; } = 1;

    /// <summary>The pause between two requests to a host (default a second).</summary>
    public TimeSpan HostPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a fetch may take with its body, for each redirect anew (default 60 seconds).</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an answer may be waited for (default 20 seconds).</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause before the one other try of a request that failed on its way (default 2 seconds).</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The largest body, in bytes after decompression (default 8 MiB).</summary>
    public long MaxBytes { get; init; } = 8L << 20;

    /// <summary>How long a round goes on; what is left is fetched by the next one (default 4 minutes).</summary>
    public TimeSpan RoundTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>How long an instance keeps others from what it fetches after it was last heard of (default 5 minutes).</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The ports that may be asked; <c>null</c> for those of http and https, 80 and 443. A 0 stands for any.</summary>
    public IReadOnlyList<int>? Ports { get; init; }

    /// <summary>Networks that may be asked although they are not public (<c>10.20.0.0/16</c>).</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>Whether a feed that is listed under a loopback address may be fetched there, at any port.</summary>
    public bool AllowListedLoopback { get; init; }
}
