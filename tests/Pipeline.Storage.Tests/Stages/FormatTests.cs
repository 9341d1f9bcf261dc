using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Ledger;
using Pipeline.Storage.Lists;
using Pipeline.TestSupport;

namespace Pipeline.Storage.Tests.Stages;

/// <summary>One article as its publisher gives it out in four formats.</summary>
public sealed class FormatTests(EmulatorFixture emulator)
{
    private const string Address = "https://coast.example/news/quay";
    private const string Title = "Quay closes for repairs";
    private const string Lead =
        "The harbour authority in Varberg closes its northern quay on 4 May, after divers found four holes in its sheet piling.";
    private const string Rest =
        "Ferries to Grenaa leave from the southern quay until the repair is done, and the fish auction opens an hour earlier than usual.";

    private static readonly (string Path, string Content)[] Files =
    [
        ("agency/quay.xml",
            $"""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{Address}" version="3" standard="NewsML-G2"
            standardversion="2.34" conformance="power">
              <itemMeta><itemClass qcode="ninat:text"/><provider literal="Coast"/><versionCreated>2026-03-01T08:00:00Z</versionCreated>
              <pubStatus qcode="stat:usable"/></itemMeta>
              <contentMeta><urgency>4</urgency><headline>{Title}</headline><dateline>VARBERG, March 1</dateline></contentMeta>
              <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{Lead}</p>
              <p>{Rest}</p></body></html></inlineXML></contentSet>
            </newsItem>
            """),
        ("feed/coast.xml",
            $"""
            <rss version="2.0"><channel><title>Coast</title><link>https://coast.example/</link><description>News</description>
            <item><title>{Title}</title><link>{Address}?utm_source=rss</link><guid isPermaLink="false">4711</guid>
            <pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>
            <category>Harbour</category><category>Repairs</category><description>{Lead}</description></item>
            </channel></rss>
            """),
        ("posts/quay.md",
            $"""
            ---
            title: {Title}
            date: 2026-03-01T08:00:00Z
            author: Ingrid Aldén
            link: {Address}
            ---
            <p>{Lead}</p><p>{Rest}</p>
            """),
        ("crawl/quay.html",
            $"""
            <!DOCTYPE html><html lang="en"><head><title>{Title}</title><link rel="canonical" href="{Address}">
            <meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-01T08:00:00Z"><meta
            property="og:image" content="https://coast.example/quay.jpg"></head>
            <body><article><h1>{Title}</h1><p>{Lead}</p><p>{Rest}</p></article></body></html>
            """),
    ];

    private static string NextVersion => Files[0].Content.Replace("version=\"3\"", "version=\"4\"", StringComparison.Ordinal);

    private static string Canceled => NextVersion.Replace("stat:usable", "stat:canceled", StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(1, 2, 3, 0)]
    [InlineData(2, 0, 3, 1)]
    [InlineData(3, 2, 1, 0)]
    public async Task Is_one_record_with_the_richest_facts_of_all_in_any_order(params int[] order)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        foreach (var file in order)
            await pipeline.DropAsync(Files[file].Path, Files[file].Content);

        var article = await OnlyArticleAsync(pipeline);
        Assert.Equal(Address, article.Url);
        Assert.Equal($"{Lead}\n\n{Rest}", article.Text);
        Assert.Equal("VARBERG, March 1", article.Dateline);
        Assert.Equal((3, 4), (article.Wire?.Version, article.Wire?.Urgency));
        Assert.Equal(["Harbour", "Repairs"], article.Categories.Select(category => category.Term));
        Assert.Equal(["Ingrid Aldén"], article.Contributors.Select(person => person.Name));
        Assert.Equal("https://coast.example/quay.jpg", article.LeadImage?.Url);
    }

    [Fact]
    public async Task The_embargo_of_a_wire_item_outlasts_the_page_of_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var held = Files[0].Content.Replace(
            "<pubStatus", "<embargoed>2026-03-09T08:00:00Z</embargoed><pubStatus", StringComparison.Ordinal);

        await pipeline.DropAsync(Files[0].Path, held);
        await pipeline.DropAsync(Files[3].Path, Files[3].Content);

        Assert.Empty(await pipeline.ListAsync());
    }

    [Fact]
    public async Task A_correction_by_wire_is_a_revision_also_after_the_feed_gave_the_article_an_id_of_its_own()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        var corrected = NextVersion.Replace("four holes", "five holes", StringComparison.Ordinal);

        await pipeline.DropAsync(Files[0].Path, Files[0].Content);
        await pipeline.DropAsync(Files[1].Path, Files[1].Content);
        await pipeline.DropAsync("agency/quay-4.xml", corrected);

        var article = await OnlyArticleAsync(pipeline);
        Assert.Contains("five holes", article.Text, StringComparison.Ordinal);
        Assert.Equal((Address, 4), (article.SourceId, article.Wire!.Version));
    }

    [Fact]
    public async Task A_format_that_adds_nothing_is_unchanged()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);
        foreach (var (path, content) in Files)
            await pipeline.DropAsync(path, content);
        var before = (await pipeline.ChangesAsync()).Count;

        await pipeline.DropAsync("crawl/quay-again.html", Files[3].Content);
        await pipeline.DropAsync("posts/quay-again.md", Files[2].Content);

        Assert.Equal(before, (await pipeline.ChangesAsync()).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancellation_by_a_source_that_may_withdraw_takes_back_what_only_its_page_brings(bool isFirst)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, new IngestionSettings { MayWithdraw = ["agency"] });
        const string Cancellation =
            $$"""
            {"uri": "{{Address}}", "type": "text", "version": "4", "pubstatus": "canceled", "versioncreated": "2026-03-02T08:00:00Z"}
            """;

        (string Path, string Content)[] both = [Files[3], ("agency/quay-4.json", Cancellation)];
        foreach (var (path, content) in isFirst ? both.Reverse() : both)
            await pipeline.DropAsync(path, content);

        Assert.Empty(await pipeline.ListAsync());
    }

    [Fact]
    public async Task A_page_that_comes_after_the_kill_of_its_wire_item_stays_withdrawn()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.DropAsync(Files[0].Path, Files[0].Content);
        await pipeline.DropAsync("agency/quay-4.xml", Canceled);
        await pipeline.DropAsync(Files[3].Path, Files[3].Content);

        Assert.Empty(await pipeline.ListAsync());
    }

    [Fact]
    public async Task A_kill_by_a_source_that_may_withdraw_takes_back_what_the_page_brought()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator, new IngestionSettings { MayWithdraw = ["agency"] });

        await pipeline.DropAsync(Files[3].Path, Files[3].Content);
        await pipeline.DropAsync(Files[0].Path, Files[0].Content);
        await pipeline.DropAsync("agency/quay-4.xml", Canceled);

        Assert.Empty(await pipeline.ListAsync());
        Assert.Equal(ArticleState.Withdrawn, Assert.Single(await pipeline.ListAsync(new ListQuery { IncludeWithdrawn = true })).State);
    }

    [Fact]
    public async Task A_cancellation_by_any_other_source_is_rejected_and_says_why()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulator);

        await pipeline.DropAsync(Files[3].Path, Files[3].Content);
        await pipeline.DropAsync("agency/quay-4.xml", Canceled);

        Assert.Single(await pipeline.ListAsync());
        var ledger = pipeline.Get<LedgerStore>();
        var file = await ledger.FindFileAsync("agency/quay-4.xml", TestPipeline.Token);
        var fate = Assert.Single(await ledger.ListFatesAsync(file!.Path, file.Version, TestPipeline.Token));
        Assert.Equal(Fate.Rejected, fate.Fate);
        Assert.Contains("MayWithdraw", fate.Reason, StringComparison.Ordinal);
    }

    private static async Task<Article> OnlyArticleAsync(TestPipeline pipeline)
    {
        var id = Assert.Single(await pipeline.ListAsync(new ListQuery { IncludeDuplicates = true })).Id;
        return (await pipeline.Get<ArticleStore>().FindAsync(id, TestPipeline.Token))!.Article;
    }
}
