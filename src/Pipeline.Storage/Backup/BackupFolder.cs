namespace Pipeline.Storage.Backup;

/// <summary>A backup in a folder of this machine.</summary>
public sealed class BackupFolder(string folder) : IBackupFiles
{
    public Task<Stream> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Task.FromResult<Stream>(File.Create(path));
    }

    public Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? Task.FromResult<Stream>(File.OpenRead(path))
            : throw new FileNotFoundException($"{folder} has no {name}; a backup without it is not whole.", path);
    }
}
