using System.Globalization;
using Pipeline.Local.Emulation;
using Pipeline.TestSupport;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace Pipeline.TestSupport;

/// <summary>
/// One storage emulator, in memory, for all tests of an assembly. Link this file into a test project and take the fixture
/// as a constructor parameter. Azurite reads a whole table for each query, so tests keep their tables small.
/// </summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    private Emulator? emulator;
    private int prefixes;

    public string ConnectionString => emulator!.ConnectionString;

    /// <summary>A prefix that no other test of this assembly gets, fit for names of containers, queues and tables.</summary>
    public string NextPrefix() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref prefixes)}");

    public async ValueTask InitializeAsync() => emulator = await Emulator.StartAsync(dataFolder: null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (emulator is not null)
            await emulator.DisposeAsync();
    }
}
