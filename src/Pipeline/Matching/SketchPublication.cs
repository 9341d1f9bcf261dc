namespace Pipeline.Matching;

/// <summary>Who published a text and when, as far as a sketch tells.</summary>
/// <param name="Source">Stands for the source; 0 where that is not known.</param>
/// <param name="Hour">Hours since 1970; 0 where that is not known.</param>
internal readonly record struct SketchPublication(uint Source, int Hour)
{
    // Whatever goes out daily has another date the next day; what is mended is mended within hours.
    private const int SameDay = 18;

    public static SketchPublication Unknown => default;

    public static SketchPublication FromArticle(string? source, DateTimeOffset? published) => new(
        source is null ? 0 : (uint)WordHash.Compute(source),
        published is { } at ? (int)(at - DateTimeOffset.UnixEpoch).TotalHours : 0);

    public bool IsOneSource(SketchPublication other) => Source != 0 && Source == other.Source;

    /// <summary>Whether the two are known to be of one day.</summary>
    public bool IsSameDay(SketchPublication other) => AreDated(other) && Math.Abs(Hour - (long)other.Hour) < SameDay;

    /// <summary>Whether the two are known to be of different days.</summary>
    public bool IsAnotherDay(SketchPublication other) => AreDated(other) && !IsSameDay(other);

    private bool AreDated(SketchPublication other) => Hour != 0 && other.Hour != 0;
}
