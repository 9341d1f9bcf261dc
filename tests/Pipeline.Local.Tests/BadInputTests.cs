namespace Pipeline.Local.Tests;

public sealed class BadInputTests(BadInputs inputs, RunningPipeline pipeline) : IClassFixture<BadInputs>
{
    [Theory]
    [InlineData("empty.txt")]
    [InlineData("junk.bin")]
    [InlineData("no-article.html")]
    [InlineData("large.txt")]
    [InlineData("deep.json")]
    public void Is_rejected_with_a_reason_in_words(string name)
    {
        var receipt = inputs.Receipt(name);

        var rejected = receipt.GetProperty("entries").EnumerateArray().Append(receipt.GetProperty("file"))
            .Where(part => part.TryGetProperty("reason", out _))
            .Select(part => part.GetProperty("reason").GetString()!);
        Assert.NotEmpty(rejected);
        Assert.All(rejected, reason => Assert.Contains(' ', reason));
    }

    [Theory]
    [InlineData("truncated.rss")]
    [InlineData("broken.md")]
    [InlineData("deep.html")]
    [InlineData("external.xml")]
    [InlineData("bomb.xml")]
    public void Is_read_as_far_as_it_can_be_or_rejected(string name)
    {
        var file = inputs.Receipt(name).GetProperty("file");

        Assert.Contains(file.GetProperty("state").GetString(), new[] { "settled", "rejected" });
    }

    [Fact]
    public void Has_no_entity_of_its_own_expanded()
    {
        var titles = inputs.Articles.Select(article => article.GetProperty("title").GetString()!).ToList();

        Assert.DoesNotContain(titles, title => title.Contains("bait", StringComparison.Ordinal));
        Assert.DoesNotContain(titles, title => title.Contains(BadInputs.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name with spaces.md")]
    [InlineData("100% name.md")]
    [InlineData("新闻 名.md")]
    [InlineData("🦆.md")]
    [InlineData("a+b&c=d;#e?.md")]
    public async Task Is_stored_and_found_again_whatever_it_is_called(string name)
    {
        var file = inputs.Receipt(name).GetProperty("file");

        Assert.Equal("settled", file.GetProperty("state").GetString());
        Assert.Equal((1, 1), await pipeline.Local.Api.AccountAsync(file));
    }

    [Fact]
    public async Task Leaves_the_process_going()
    {
        var (exitCode, output, _) = await pipeline.DropAsync(pipeline.Folder.Write("after.md", Posts.Post(100)));

        Assert.Equal(0, exitCode);
        Assert.Contains("1 stored", output, StringComparison.Ordinal);
    }
}
