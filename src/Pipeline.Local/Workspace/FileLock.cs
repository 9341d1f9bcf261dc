namespace Pipeline.Local.Workspace;

/// <summary>A lock between processes: an open file that the system lets go when its holder ends, however it ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The lock, or <c>null</c> where another process holds it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        // A disk without room for it is no other holder.
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public static async Task<IDisposable> WaitAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
