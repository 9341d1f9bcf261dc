namespace Pipeline.Http.Settings;

/// <summary>What an operator may set about the endpoint.</summary>
public sealed record PipelineHttpSettings
{
    /// <summary>Opens what reads. <c>null</c> leaves reading open, which is right where something in front checks keys (Azure Functions) or
    /// on loopback.</summary>
    public string? ReaderKey { get; init; }

    /// <summary>Opens everything. <c>null</c> beside a <see cref="ReaderKey"/> closes what writes; <c>null</c> beside none leaves it
    /// open.</summary>
    public string? AdminKey { get; init; }

    /// <summary>Origins that a browser may call from (<c>https://news.example</c>), <c>*</c> for any; empty for the page's own
    /// only.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Whether the host has checked keys before a request comes here, except on routes that anyone may call (Azure
    /// Functions).</summary>
    public bool HostChecksKeys { get; init; }

    /// <summary>Requests a minute for each key, or each address where no key is sent that opens anything (default 1,200; 0 for no
    /// limit).</summary>
    public int RequestsPerMinute { get; init; } = 1_200;

    /// <summary>The largest file that may be uploaded, in bytes (default 8 MiB; the host's own limit is 28 MiB locally).</summary>
    public long UploadBytes { get; init; } = 8 << 20;

    /// <summary>Signs cursors; the same on every instance. <c>null</c> for a secret that is made once and kept in the store.</summary>
    public string? CursorKey { get; init; }

    /// <summary>How often the head of the log is read while anyone waits (default a second).</summary>
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how long a stream of changes ends, and its client comes back (default 2 minutes; Azure cuts an answer off after
    /// 230 seconds).</summary>
    public TimeSpan StreamFor { get; init; } = TimeSpan.FromMinutes(2);
}
