using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Tests.Enrichment;

/// <summary>The one real dropped file, read where it is: it belongs to its publisher and is no part of the project.</summary>
public class SampleTests
{
    private const string Name = "000_651a52d3037c98cf.txt";

    private static readonly string[] Topics = [
        "多模态 AI 的起飞", "万亿级参数", "AI 生成音频内容渐成“主流化”", "一种架构，驾驭一切",
        "各国政府出台人工智能相关法律"];

    [Fact]
    public void The_sample_gives_what_an_editor_would_find_in_it()
    {
        if (Find() is not { } file)
            return;
        var parsed = Assert.IsType<ParseResult.Parsed>(
            new FileParser(new ParsingSettings()).Parse(new DroppedFile($"test/{Name}", File.ReadAllBytes(file))));
        var article = Enriched.Of(Assert.IsType<ParsedEntry.Readable>(Assert.Single(parsed.Entries)).Entry);

        Assert.Equal(new DateTimeOffset(2021, 12, 26, 11, 52, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("zh-Hans", article.Language);
        Assert.Equal(new Publisher("虎嗅"), article.Republisher);
        Assert.Equal(
            new Publisher(
                "AI前线", "https://mp.weixin.qq.com/s?__biz=MzU1NDA4NjU2MA==&idx=1&mid=2247552865&sn=2cb3ac6f9608bc2aee94551bde5ffa65"),
                article.OriginalPublisher);
        Assert.Equal("https://read.deeplearning.ai/the-batch/issue-123/", article.OriginalUrl);
        Assert.Equal(
            [new("Andrew Ng"), new("核子可乐", ContributorRole.Translator), new("刘燕", ContributorRole.Translator)],
            article.Contributors);
        Assert.Equal("视觉中国", article.ImageCredit);
        Assert.Equal(["新媒体", "虎嗅", "首页资讯"], article.Categories.Select(category => category.Term));
        Assert.Equal([new OutlineHeading(3, "回顾 2021 年"), .. Topics.Select(topic => new OutlineHeading(4, topic))], article.Outline);
        Assert.Null(article.LeadImage);
        Assert.EndsWith("is a placeholder", article.Provenance["leadImage"]);
        Assert.Subset(article.Names.ToHashSet(), new HashSet<string> { "OpenAI", "DeepMind", "Facebook", "Google (谷歌)" });
        Assert.DoesNotContain('<', article.Text);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "samples", Name) is var file && File.Exists(file))
                return file;
        return null;
    }
}
