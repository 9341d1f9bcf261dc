using Microsoft.Extensions.DependencyInjection;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Http.Settings;
using Pipeline.Http.Tests.Newsroom;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Reading;

/// <summary>What was stored before addresses were filtered leaves without the addresses that nobody may follow.</summary>
public sealed class StoredAddressTests(EmulatorFixture emulator)
{
    private static readonly string Id = StableHash.Id("an old article");
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Publisher Outlet = new("Outlet", "javascript:a()", "data:image/png,b");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_route_and_no_feed_passes_on_a_script_or_a_document_as_an_address()
    {
        await using var newsroom = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings { RequestsPerMinute = 0 }, Stop);
        await StoreAsync(newsroom.Services);
        string[] routes =
        [
            "articles", $"articles/{Id}", $"articles/{Id}/revisions", $"articles/{Id}/revisions/1", $"articles/{Id}.ninjs", "changes",
            $"clusters/{Id}", "feed.rss", "feed.atom", "feed.json",
        ];
        foreach (var route in routes)
        {
            var answer = await newsroom.Client.GetStringAsync($"/api/{route}", Stop);
            Assert.Contains("A headline", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("data:", answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task StoreAsync(IServiceProvider services)
    {
        var summary = new ArticleSummary
        {
            Id = Id,
            Source = "old",
            Title = "A headline",
            ListedAt = At,
            Published = At,
            Revision = 1,
            ClusterId = Id,
            Url = "javascript:a()",
            Image = " jAvascript:a()",
            OriginalUrl = "data:text/html,a",
            OriginalPublisher = Outlet,
            Republisher = Outlet,
        };
        var article = new Article
        {
            Id = Id,
            Source = "old",
            Origin = new EntryOrigin("old/a.xml", "1", 0),
            Title = "A headline",
            Html = "<p>A text.</p>",
            Text = "A text.",
            FirstSeen = At,
            Published = At,
            Revision = 1,
            ContentHash = "1",
            Url = "javascript:a()",
            LeadImage = new ArticleImage("data:image/png,a"),
            Images = [new ArticleImage("java\nscript:a()")],
            Enclosures = [new Enclosure("data:audio/mpeg,a", "audio/mpeg")],
            Publisher = Outlet,
            Republisher = Outlet,
            OriginalPublisher = Outlet,
            OriginalUrl = "data:text/html,a",
            Contributors = [new Contributor("A", Url: "data:text/html,a")],
        };
        Assert.True(await services.GetRequiredService<ArticleStore>().TrySaveAsync(article, [], null, Stop));
        var cluster = new Cluster(Id, Id, [new ClusterMember(Id, "old", "A headline", "javascript:a()", At, null, null)
        {
            OriginalPublisher = Outlet, OriginalUrl = "data:text/html,a", Republisher = Outlet,
        }]);
        var commit = await services.GetRequiredService<CatalogStore>().CommitAsync(
            (open, _) =>
            {
                open.Commit(ChangeKind.New, summary);
                open.Put(cluster);
                return Task.FromResult<string?>(null);
            },
            null,
            Stop);
        await services.GetRequiredService<ListStore>().ApplyAsync(commit.Changes[0], Stop);
    }
}
