using Pipeline.Storage.Account;
using Pipeline.Subscriptions.Hubs;

namespace Pipeline.Storage.Subscriptions;

/// <summary>The secret that the store keeps for hubs.</summary>
internal sealed class HubSecret(SecretStore secrets) : IHubSecret
{
    public Task<byte[]> FindAsync(CancellationToken cancellationToken) => secrets.FindAsync("websub", cancellationToken);
}
