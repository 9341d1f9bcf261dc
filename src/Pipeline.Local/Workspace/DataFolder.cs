namespace Pipeline.Local.Workspace;

/// <summary>The folder where one local pipeline keeps what outlives it.</summary>
internal sealed record DataFolder(string Path)
{
    /// <summary>In the folder that the command is given in.</summary>
    public const string Default = ".pipeline";

    public string Drop => System.IO.Path.Combine(Path, "drop");

    /// <summary>Every list of feeds to be followed (<c>*.opml</c>) that lies here is taken up.</summary>
    public string Subscriptions => System.IO.Path.Combine(Path, "subscriptions");

    public string Emulator => System.IO.Path.Combine(Path, "azurite");

    /// <summary>The connection string of the emulator while it runs, for the drop command.</summary>
    public string ConnectionFile => System.IO.Path.Combine(Path, "connection");

    /// <summary>Takes the folder for this process.</summary>
    /// <exception cref="LocalException">Another process has it.</exception>
    public IDisposable Take()
    {
        Directory.CreateDirectory(Path);
        return FileLock.TryTake(System.IO.Path.Combine(Path, "lock"))
            ?? throw new LocalException($"Another pipeline runs with the data folder {Path}. Stop it, or name another folder with --data.");
    }
}
