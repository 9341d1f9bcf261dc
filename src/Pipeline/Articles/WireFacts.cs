namespace Pipeline.Articles;

/// <summary>
/// The management facts of a wire item (NewsML-G2, NITF, ninjs). What cannot be understood means held, never published.
/// </summary>
public sealed record WireFacts
{
    /// <summary>The provider's version of the item; 1 where it states none (NewsML-G2 default).</summary>
    public int Version { get; init; } = 1;

    public WireStatus Status { get; init; } = WireStatus.Usable;

    /// <summary>Present where the item is under embargo.</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>1 (most urgent) to 9, as the IPTC defines it.</summary>
    public int? Urgency { get; init; }

    /// <summary>An editor's correction notice.</summary>
    public string? Correction { get; init; }

    /// <summary>Source ids of other items that this one withdraws (NITF <c>management-doc-idref</c> with a kill).</summary>
    public IReadOnlyList<string> Kills { get; init; } = [];

    /// <summary>What the provider keeps the versions of an item together by where each has an id of its own (NITF <c>du-key</c>); unique
    /// only for a while.</summary>
    public string? ItemKey { get; init; }

    /// <summary>A note to editors, not part of the text.</summary>
    public string? EditorNote { get; init; }
}

/// <summary>The publishing status of a wire item. An unknown one reads as <see cref="Withheld"/>.</summary>
public enum WireStatus
{
    Usable,
    Withheld,
    Canceled,
}

/// <summary>An embargo. <paramref name="Until"/> is <c>null</c> where the end is open or cannot be read: hold until told
/// otherwise.</summary>
public sealed record Embargo(DateTimeOffset? Until);
