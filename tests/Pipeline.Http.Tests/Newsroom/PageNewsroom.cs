using Pipeline.Http.Settings;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>A newsroom with more than a page of articles, a story of three outlets, and a programme to listen to.</summary>
public sealed class PageNewsroom(EmulatorFixture emulator) : IAsyncLifetime
{
    /// <summary>How many articles lists show.</summary>
    public const int Listed = NewsFeed.ManyItems + 3;

    public TestNewsroom Room { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Room = await TestNewsroom.OpenAsync(emulator, new PipelineHttpSettings(), CancellationToken.None);
        foreach (var (path, content) in NewsFeed.Drops)
            await Room.DropAsync(path, content, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}

/// <summary>The tests of the page that share it.</summary>
[CollectionDefinition(nameof(PageTests))]
public sealed class PageTests : ICollectionFixture<PageNewsroom>;
