using System.CommandLine;
using System.CommandLine.Invocation;
using Pipeline.Local.Backup;
using Pipeline.Local.Dropping;
using Pipeline.Local.Running;
using Pipeline.Local.Subscribing;
using Pipeline.Local.Workspace;
using Pipeline.Storage.Account;

var root = RunCommand.Create();
root.Add(DropCommand.Create());
root.Add(SubscribeCommand.Create());
root.Add(SubscribeCommand.CreateUnsubscribe());
root.Add(ListCommand.Create());
root.Add(BackupCommands.CreateBackup());
root.Add(BackupCommands.CreateRestore());
// What is under way when Ctrl-C comes is finished; the default would cut it off after two seconds.
var configuration = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1)
};
try
{
    var parsed = root.Parse(args);
    if (parsed.Action is ParseErrorAction && parsed.Errors is [var error, ..])
        throw new LocalException($"{error.Message} Add --help to see what there is.");
    return await parsed.InvokeAsync(configuration);
}
catch (LocalException known)
{
    await Console.Error.WriteLineAsync(known.Message);
}
catch (Exception storage) when (storage.IsStorageFault())
{
    // Of several tries the last one speaks for all.
    var last = storage is AggregateException { InnerExceptions: [.., var latest] } ? latest : storage;
    await Console.Error.WriteLineAsync(
        $"The storage account does not answer as it should ({last.Message.Split('\n')[0].Trim().TrimEnd('.')}); check --connection or "
        + "AzureWebJobsStorage, or, where the pipeline runs here, whether it still does and its disk has room.");
}
catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
{
    // A folder that may not be written, a disk that is full.
    await Console.Error.WriteLineAsync(refused.Message);
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped.");
}

return 2;
