namespace Pipeline.Local.Workspace;

/// <summary>Tells the drop command where the emulator is, for as long as it runs.</summary>
internal sealed class ConnectionFile : IDisposable
{
    private readonly string path;

    public ConnectionFile(string path, string connectionString)
    {
        this.path = path;
        File.WriteAllText(path, connectionString);
    }

    public void Dispose() => File.Delete(path);
}
