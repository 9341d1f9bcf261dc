using System.CommandLine;
using Pipeline.Local.Workspace;
using Pipeline.Storage.Account;
using Pipeline.Storage.Backup;

namespace Pipeline.Local.Backup;

/// <summary>The command lines of <c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup() => Create(
        "backup", "Writes what exists only in tables into a folder, as JSON Lines.", "wrote", WriteAsync);

    public static Command CreateRestore() => Create(
        "restore", "Restores a backup into an account without articles. Start the pipeline afterwards.", "restored", RestoreAsync);

    private static Command Create(
        string name, string description, string done, Func<StorageAccount, string, CancellationToken, Task<BackupManifest>> work)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of the backup." };
        var (data, connection, account) = (CommonOptions.Data(), CommonOptions.Connection(), CommonOptions.Account());
        var command = new Command(name, description) { folder, data, connection, account };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var storage = new StorageAccount(Connections.Find(
                parsed.GetValue(account), parsed.GetValue(connection), new DataFolder(parsed.GetValue(data)!)));
            var manifest = await work(storage, Path.GetFullPath(parsed.GetValue(folder)!), cancellationToken);
            foreach (var (table, rows) in manifest.Rows)
                Console.WriteLine($"{done} {rows} rows of {table}");
            return 0;
        });
        return command;
    }

    private static Task<BackupManifest> WriteAsync(StorageAccount account, string folder, CancellationToken cancellationToken) =>
        Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()
            ? throw new LocalException($"{folder} is not empty. Name a new folder.")
            : new BackupWriter(account, TimeProvider.System).WriteAsync(new BackupFolder(folder), cancellationToken);

    private static async Task<BackupManifest> RestoreAsync(StorageAccount account, string folder, CancellationToken cancellationToken)
    {
        try
        {
            return await new BackupReader(account, TimeProvider.System).RestoreAsync(new BackupFolder(folder), cancellationToken);
        }
        catch (Exception refused) when (refused is InvalidOperationException or FileNotFoundException or InvalidDataException)
        {
            throw new LocalException(refused.Message);
        }
    }
}
