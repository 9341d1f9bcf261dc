using System.Text.Json;

namespace Pipeline.Local.Tests;

public sealed class SampleTests(RunningPipeline pipeline)
{
    private const int SampleFiles = 6;

    [Fact]
    public async Task The_ledger_of_a_first_run_balances()
    {
        var files = await pipeline.Local.Api.SettledFilesAsync(SampleFiles);

        var accounts = await Task.WhenAll(Sources(files).Select(pipeline.Local.Api.AccountAsync));

        Assert.All(accounts, account => Assert.Equal(account.Entries, account.Fates));
    }

    [Fact]
    public async Task A_story_told_twice_is_listed_once()
    {
        await pipeline.Local.Api.SettledFilesAsync(SampleFiles);

        var articles = await pipeline.Local.Api.ListAsync("api/articles");

        Assert.Single(articles, article => article.GetProperty("title").GetString() == "Storm moves the north sandbank by ninety metres");
        Assert.Single(articles, article => article.GetProperty("title").GetString() == "旧船坞改建的图书馆今天开门");
    }

    [Fact]
    public async Task A_file_in_the_drop_folder_is_taken_up()
    {
        pipeline.Folder.Write("data/drop/by-folder/post.md", Posts.Post(21));

        await Until(async () => (await pipeline.Local.Api.ListAsync("api/articles")).Any(IsFrom("by-folder")));
    }

    private static IEnumerable<JsonElement> Sources(IEnumerable<JsonElement> files) =>
        files.Where(file => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "Samples", file.GetProperty("source").GetString()!)));

    private static Func<JsonElement, bool> IsFrom(string source) =>
        item => item.GetProperty("source").GetString() == source;

    private static async Task Until(Func<Task<bool>> condition)
    {
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
    }
}
