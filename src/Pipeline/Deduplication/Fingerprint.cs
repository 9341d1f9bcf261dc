namespace Pipeline.Deduplication;

/// <summary>What near-duplicate detection knows of a text. <c>null</c> from <see cref="Of"/> means that the text is too short for anything but an exact match.</summary>
/// <param name="Version">The parameters that made it; fingerprints of different versions are never compared.</param>
/// <param name="Bands">At most 8 keys; two texts that share one are candidates.</param>
/// <param name="Sketch">What verification needs, at most 6 KiB; stored in every band row.</param>
public sealed record Fingerprint(int Version, IReadOnlyList<ulong> Bands, ReadOnlyMemory<byte> Sketch)
{
    /// <summary>The version that <see cref="Of"/> makes.</summary>
    public const int CurrentVersion = 1;

    public static Fingerprint? Of(string title, string text, string? language) => null;
}
