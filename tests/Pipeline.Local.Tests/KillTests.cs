namespace Pipeline.Local.Tests;

public sealed class KillTests
{
    private const int Items = 40;
    private static readonly Dictionary<string, string> AsItIs = [];

    [Fact]
    public async Task A_pipeline_that_is_killed_half_way_goes_on_loses_and_doubles_nothing_and_ends_well()
    {
        using var folder = new TemporaryFolder();
        folder.Write("drop/feed/feed.xml", Posts.Feed(Items));
        await using (var killed = await LocalProcess.StartAsync(folder["data"], AsItIs, "--drop", folder["drop"]))
        {
            await killed.Api.ArticlesAsync(Items / 4);
            await killed.KillAsync();
        }

        await using var next = await LocalProcess.StartAsync(folder["data"], AsItIs, "--drop", folder["drop"]);
        var files = await next.Api.SettledFilesAsync(count: 7);

        var accounts = await Task.WhenAll(files.Select(next.Api.AccountAsync));
        Assert.All(accounts, account => Assert.Equal(account.Entries, account.Fates));
        var titles = (await next.Api.ListAsync("api/articles")).Select(article => article.GetProperty("title").GetString()).ToList();
        Assert.Equal(titles.Distinct(), titles);
        Assert.Equal(Items, titles.Count(title => title!.StartsWith("Item ", StringComparison.Ordinal)));
        var (exitCode, output) = await next.InterruptAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("Stopping", output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["data/connection"]));
    }

    [Fact]
    public async Task A_second_pipeline_on_the_same_folder_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["data"]);
        using var held = new FileStream(folder["data/lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (exitCode, _, errors) = await LocalProcess.RunAsync("--data", folder["data"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--data", errors, StringComparison.Ordinal);
    }
}
