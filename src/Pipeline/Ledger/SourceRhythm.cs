namespace Pipeline.Ledger;

/// <summary>How a source usually sends, so that one which sends once a day is not taken for quiet at noon.</summary>
public static class SourceRhythm
{
    /// <summary>How many usual pauses a source may be silent for before it counts as quiet.</summary>
    public const int QuietAfter = 4;

    /// <summary>How many of its usual pauses it has been silent for; 0 where it sent too little to have a rhythm.</summary>
    /// <param name="hours">The hours in which it sent a file, newest first.</param>
    /// <param name="now">When it is asked.</param>
    public static double PausesSince(IReadOnlyList<DateTimeOffset> hours, DateTimeOffset now) =>
        hours.Count > 1 ? (now - hours[0]) * (hours.Count - 1) / (hours[0] - hours[^1]) : 0;
}
