using System.CommandLine;
using Pipeline.Local.Workspace;
using Pipeline.Storage.Account;

namespace Pipeline.Local.Subscribing;

/// <summary>The options that say where the subscriptions are.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> data = CommonOptions.Data();
    private readonly Option<string?> connection = CommonOptions.Connection();
    private readonly Option<string?> account = CommonOptions.Account();

    public static StoreOptions AddTo(Command command)
    {
        var options = new StoreOptions();
        command.Add(options.data);
        command.Add(options.connection);
        command.Add(options.account);
        return options;
    }

    /// <exception cref="LocalException">No pipeline runs here, and no account was named.</exception>
    public StorageAccount Find(ParseResult parsed) => new(Connections.Find(
        parsed.GetValue(account), parsed.GetValue(connection), new DataFolder(parsed.GetValue(data)!)));
}
