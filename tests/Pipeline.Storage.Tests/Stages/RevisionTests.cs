using Pipeline.Articles;
using Pipeline.Ledger;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

public sealed class RevisionTests(EmulatorFixture emulator)
{
    [Fact]
    public async Task A_changed_text_is_a_new_revision_and_the_old_one_can_be_read()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var corrected = Stories.Entry(1) with { ContentHtml = Stories.Text(1).Replace("council", "assembly", StringComparison.Ordinal) };

        var first = await pipeline.EnrichAsync(Stories.Entry(1), "a.xml");
        var second = await pipeline.EnrichAsync(corrected, "b.xml");

        Assert.Equal(Fate.Revised, second.Fate);
        Assert.Equal([ChangeKind.New, ChangeKind.Revised], (await pipeline.ChangesAsync()).Select(change => change.Kind));
        var revisions = await pipeline.Get<ArticleStore>().ListRevisionsAsync(first.ArticleId!, TestPipeline.Token);
        Assert.Equal([2, 1], revisions.Select(revision => revision.Revision));
        Assert.Contains("council", revisions[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await pipeline.ListAsync()).Revision);
    }

    [Fact]
    public async Task An_older_version_that_arrives_late_does_not_overwrite_a_newer_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Wire(3), "v3.xml");
        var late = await pipeline.EnrichAsync(Wire(2), "v2.xml");

        Assert.Equal(Fate.Unchanged, late.Fate);
        Assert.Equal("a later version is stored", late.Reason);
        Assert.Equal("Version 3", Assert.Single(await pipeline.ListAsync()).Title);
    }

    [Fact]
    public async Task A_revision_leaves_the_lists_that_it_no_longer_belongs_to()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.EnrichAsync(Stories.Entry(1) with { Categories = [new("politics")] }, "a.xml");
        await pipeline.EnrichAsync(Stories.Entry(1) with { Categories = [new("culture"), new("theatre")] }, "b.xml");

        Assert.Empty(await pipeline.ListAsync(new ListQuery { Category = "politics" }));
        Assert.Single(await pipeline.ListAsync(new ListQuery { Category = "Culture" }));
    }

    private static Entry Wire(int version) => Stories.Entry(1) with
    {
        SourceId = "urn:newsml:example:1",
        SourceIdIsGlobal = true,
        Title = $"Version {version}",
        Wire = new WireFacts { Version = version },
    };
}
