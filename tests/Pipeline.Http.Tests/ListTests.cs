using Pipeline.Http.Tests.Newsroom;

namespace Pipeline.Http.Tests;

[Collection(nameof(ReadingTests))]
public sealed class ListTests(SharedNewsroom shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_newest_first_without_duplicates()
    {
        var page = await shared.Room.GetAsync("/api/articles", Stop);

        Assert.Equal(["图书馆夜间书架", "Harbour closes"], page.Titles().Where(title => title is "图书馆夜间书架" or "Harbour closes" or "Quay shut"));
    }
}
