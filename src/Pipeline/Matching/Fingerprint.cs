namespace Pipeline.Matching;

/// <summary>What near-duplicate detection knows of a text. <c>null</c> from <see cref="FromText"/> means that the text is too short for
/// anything but an exact match.</summary>
/// <param name="Version">The parameters that made it; fingerprints of different versions are never compared.</param>
/// <param name="Bands">At most 9 keys; two texts that share one are candidates.</param>
/// <param name="Sketch">What verification needs, at most 6 KiB; stored in every band row.</param>
public sealed record Fingerprint(int Version, IReadOnlyList<ulong> Bands, ReadOnlyMemory<byte> Sketch)
{
    /// <summary>The version that <see cref="FromText"/> makes.</summary>
    public const int CurrentVersion = 4;

    /// <summary>Words (characters, where a script has no spaces) below which a text is matched only exactly.</summary>
    public const int MinWords = 30;

    /// <summary>Bands of one text.</summary>
    public const int MaxBands = 9;

    // Equal sketches mean equal words and equal bands only where every word is there.
    private bool IsWhole => Matching.Sketch.Read(Sketch.Span) is { Level: 0 };

    /// <summary>Whether another sketch has every word of this one, so that whatever matches the one matches the other.</summary>
    public bool HasSameWords(ReadOnlyMemory<byte> sketch) => IsWhole && Matching.Sketch.HaveSameWords(Sketch.Span, sketch.Span);

    /// <summary>The title and the language have no part in it: copies change the one and declare the other differently.</summary>
    /// <param name="text">As readers see it.</param>
    /// <param name="source">Who published it, where that matters: one source's later story is a copy of an earlier one only where it says
    /// nothing new.</param>
    /// <param name="published">When, where that is known: what a source sends again within a day may be mended, and what it fills in anew
    /// on another day is another story.</param>
    public static Fingerprint? FromText(string text, string? source = null, DateTimeOffset? published = null)
    {
        var sequence = WordSequence.FromText(text);
        if (sequence.Count < MinWords)
            return null;
        var words = sequence.ToWords();
        if (BandKeys.ForWords(words) is not { Count: > 0 } bands)
            return null;
        var publication = SketchPublication.FromArticle(source, published);
        return new Fingerprint(CurrentVersion, bands, Matching.Sketch.FromWords(words, publication).ToBytes());
    }
}
