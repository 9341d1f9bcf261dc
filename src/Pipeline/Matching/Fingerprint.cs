namespace Pipeline.Matching;

/// <summary>What near-duplicate detection knows of a text. <c>null</c> from <see cref="FromText"/> means that the text is too short for
/// anything but an exact match.</summary>
/// <param name="Version">The parameters that made it; fingerprints of different versions are never compared.</param>
/// <param name="Bands">At most 9 keys; two texts that share one are candidates.</param>
/// <param name="Sketch">What verification needs, at most 6 KiB; stored in every band row.</param>
public sealed record Fingerprint(int Version, IReadOnlyList<ulong> Bands, ReadOnlyMemory<byte> Sketch)
{
    /// <summary>The version that <see cref="FromText"/> makes.</summary>
    public const int CurrentVersion = 2;

    /// <summary>Words (characters, where a script has no spaces) below which a text is matched only exactly.</summary>
    public const int MinWords = 40;

    /// <summary>Bands of one text.</summary>
    public const int MaxBands = 9;

    /// <summary>Whether the sketch has every word of the text, so that equal sketches mean equal words and equal bands.</summary>
    public bool IsWhole => Matching.Sketch.Read(Sketch.Span) is { Level: 0 };

    /// <summary>The title and the language have no part in it: copies change the one and declare the other differently.</summary>
    public static Fingerprint? FromText(string text)
    {
        var words = WordSequence.FromText(text);
        if (words.Count < MinWords || BandKeys.ForWords(words) is not { Count: > 0 } bands)
            return null;
        return new Fingerprint(CurrentVersion, bands, Matching.Sketch.FromWords(words).ToBytes());
    }
}
