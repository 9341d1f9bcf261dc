namespace Pipeline.Articles;

/// <summary>
/// A moment as a publisher wrote it. A text that cannot be read is no date at all: it is never replaced by today.
/// </summary>
/// <param name="At">The moment, in UTC.</param>
/// <param name="AsWritten">The published text.</param>
/// <param name="ZoneIsAssumed">True where the text names no zone, so that the source's zone (UTC by default) was used.</param>
public sealed record PublishedDate(DateTimeOffset At, string AsWritten, bool ZoneIsAssumed = false)
{
    /// <summary>The day where it was published, where that is another than the day of <see cref="At"/> in UTC.</summary>
    public DateOnly? Day { get; init; }
}
