using Pipeline.Ledger;

namespace Pipeline.Tests.Ledger;

public sealed class SourceRhythmTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(24, 12, 0.5)]
    [InlineData(1, 12, 12)]
    public void Silence_is_measured_by_the_usual_pause_of_the_source(int pause, int silent, double pauses)
    {
        var hours = Enumerable.Range(0, 5).Select(back => Morning.AddHours(-back * pause)).ToList();
        Assert.Equal(pauses, SourceRhythm.PausesSince(hours, Morning.AddHours(silent)));
    }

    [Fact]
    public void A_source_that_sent_once_has_no_rhythm() => Assert.Equal(0, SourceRhythm.PausesSince([Morning], Morning.AddDays(3)));
}
