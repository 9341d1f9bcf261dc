using System.Text.Json;
using Pipeline.Http.Settings;
using Pipeline.TestSupport;

namespace Pipeline.Http.Tests.Newsroom;

/// <summary>One newsroom with a few stories, for every test that only reads.</summary>
public sealed class SharedNewsroom(EmulatorFixture emulator) : IAsyncLifetime
{
    // Tests that read every route read a stream to its end.
    private static readonly PipelineHttpSettings Settings = new() { StreamFor = TimeSpan.FromSeconds(1) };

    public TestNewsroom Room { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Room = await TestNewsroom.OpenAsync(emulator, Settings, CancellationToken.None);
        foreach (var (path, content) in Stories.Drops)
            await Room.DropAsync(path, content, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(nameof(ReadingTests))]
public sealed class ReadingTests : ICollectionFixture<SharedNewsroom>;

internal static class Pages
{
    /// <summary>The titles of a page of articles, in its order.</summary>
    public static IReadOnlyList<string> Titles(this JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
}
