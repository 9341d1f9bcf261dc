namespace Pipeline.Local.Running;

/// <summary>Which watch has something to see. One process has all of them, so that none has to look often for what another
/// brings.</summary>
internal sealed class Wakes : IDisposable
{
    /// <summary>A file was uploaded.</summary>
    public Wake Files { get; } = new();

    /// <summary>Entries were sent.</summary>
    public Wake Entries { get; } = new();

    public void Dispose()
    {
        Files.Dispose();
        Entries.Dispose();
    }
}
