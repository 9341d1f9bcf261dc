namespace Pipeline.Local;

/// <summary>A running Azurite; disposing stops it.</summary>
public sealed class Emulator : IAsyncDisposable
{
    public required string ConnectionString { get; init; }

    /// <summary>Installs Azurite on first use and starts it on free loopback ports.</summary>
    public static Task<Emulator> StartAsync(string dataFolder, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{dataFolder} {cancellationToken}");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
