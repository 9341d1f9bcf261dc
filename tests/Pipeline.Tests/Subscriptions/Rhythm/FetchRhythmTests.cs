using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Rhythm;

namespace Pipeline.Tests.Subscriptions.Rhythm;

public class FetchRhythmTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly FetchRhythm Rhythm = new(new SubscriptionSettings(), new Never());

    [Theory]
    [InlineData(4, 120)]
    [InlineData(0.1, 10)]
    [InlineData(200, 1440)]
    public void A_feed_is_fetched_twice_as_often_as_it_changes_within_bounds(double hours, double minutes)
    {
        var state = new SubscriptionState { Changes = [.. Enumerable.Range(1, 10).Select(i => Now - TimeSpan.FromHours(hours * i))] };

        Assert.Equal(minutes, Minutes(Rhythm.NextAfterSuccess(state, Now)), 1);
    }

    [Fact]
    public void A_feed_of_which_nothing_is_known_is_fetched_by_the_hour() =>
        Assert.Equal(60, Minutes(Rhythm.NextAfterSuccess(new SubscriptionState(), Now)));

    [Fact]
    public void A_silence_slows_the_rhythm_down()
    {
        SubscriptionState Silent(int days) => new()
        {
            Changes = [.. Enumerable.Range(0, 10).Select(i => Now - TimeSpan.FromDays(days) - TimeSpan.FromHours(i))],
        };

        Assert.True(Rhythm.NextAfterSuccess(Silent(10), Now) > Rhythm.NextAfterSuccess(Silent(1), Now));
    }

    [Theory]
    [InlineData(180, 180)]
    [InlineData(1, 10)]
    [InlineData(525_600, 1440)]
    public void What_the_publisher_asks_for_is_the_least_pause(int asked, double minutes)
    {
        var state = new SubscriptionState
        {
            AskedPause = TimeSpan.FromMinutes(asked),
            Changes = [.. Enumerable.Range(1, 10).Select(i => Now - TimeSpan.FromMinutes(i))],
        };

        Assert.Equal(minutes, Minutes(Rhythm.NextAfterSuccess(state, Now)));
    }

    [Fact]
    public void A_hub_that_delivers_leaves_a_look_before_its_lease_ends()
    {
        var hub = new HubState(new Uri("https://hub.example/"), new Uri("https://a.example/"))
        {
            LeaseUntil = Now + TimeSpan.FromHours(20),
        };

        Assert.Equal(600, Minutes(Rhythm.NextAfterSuccess(new SubscriptionState { Hub = hub }, Now)));
    }

    [Theory]
    [InlineData(1, null, 10)]
    [InlineData(2, null, 20)]
    [InlineData(5, null, 160)]
    [InlineData(50, null, 1440)]
    [InlineData(1, 45, 45)]
    [InlineData(1, 3000, 3000)]
    public void Pauses_double_with_each_failure_and_heed_the_server(int failures, int? retryAfter, double minutes) => Assert.Equal(
        minutes, Minutes(Rhythm.NextAfterFailure(
            new SubscriptionState { Failures = failures }, Now, retryAfter is { } wait ? TimeSpan.FromMinutes(wait) : null)));

    [Fact]
    public void Jitter_makes_a_fetch_later_by_a_tenth_at_the_most_and_never_earlier()
    {
        var rhythm = new FetchRhythm(new SubscriptionSettings(), new Random(7));
        var pauses = Enumerable.Range(0, 100).Select(_ => Minutes(rhythm.NextAfterSuccess(new SubscriptionState(), Now))).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, 60, 66));
        Assert.True(pauses.Distinct().Count() > 90);
    }

    private static double Minutes(DateTimeOffset next) => (next - Now).TotalMinutes;

    private sealed class Never : Random
    {
        public override double NextDouble() => 0;
    }
}
