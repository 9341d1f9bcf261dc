namespace Pipeline.Storage.Backup;

/// <summary>Where a backup lies: a folder of this machine or one of a container.</summary>
public interface IBackupFiles
{
    /// <summary>A new file with this name, with forward slashes; what is written into it counts once it is closed.</summary>
    Task<Stream> CreateAsync(string name, CancellationToken cancellationToken);

    /// <exception cref="FileNotFoundException">There is none with this name.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken cancellationToken);
}
