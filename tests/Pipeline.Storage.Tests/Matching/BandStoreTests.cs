using Pipeline.Ingestion;
using Pipeline.Matching;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Matching;

public sealed class BandStoreTests(EmulatorFixture emulator)
{
    private static readonly DateTimeOffset Start = new(2026, 2, 20, 8, 0, 0, TimeSpan.Zero);

    private static readonly Fingerprint Story = Fingerprint.FromText(Stories.Text(1))!;

    // It shares another band than the first with the story.
    private static readonly Fingerprint Edited =
        Story with { Bands = [Story.Bands[3]], Sketch = Fingerprint.FromText(Stories.Text(2))!.Sketch };

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Of_two_articles_of_the_same_words_that_see_each_other_the_older_one_looks_into_all_bands(int minutes)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await ShareAsync(pipeline, "edited", Edited, Start.AddMinutes(-5));
        await ShareAsync(pipeline, "b", Story, Start.AddMinutes(minutes));

        Assert.Equal(["b", "edited"], await ShareAsync(pipeline, "a", Story, Start));
    }

    [Fact]
    public async Task A_younger_one_relies_on_the_older_and_looks_into_one_band()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        await ShareAsync(pipeline, "edited", Edited, Start.AddMinutes(-5));
        await ShareAsync(pipeline, "b", Story, Start);

        Assert.Equal(["b"], await ShareAsync(pipeline, "a", Story, Start.AddMinutes(1)));
    }

    private static async Task<IEnumerable<string>> ShareAsync(
        TestPipeline pipeline, string articleId, Fingerprint fingerprint, DateTimeOffset firstSeen) =>
        (await pipeline.Get<IBandStore>().ShareAsync(articleId, fingerprint, firstSeen, TimeSpan.FromDays(30), TestPipeline.Token))
            .Select(candidate => candidate.ArticleId).Where(id => id != articleId).Order(StringComparer.Ordinal);
}
