using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace Pipeline.Storage.Account;

/// <summary>Secrets that every instance over one store shares, made when they are first asked for: 32 random bytes each.</summary>
public sealed class SecretStore(StorageAccount account)
{
    private const string Partition = "secret";
    private const string Value = "Value";
    private const int Length = 32;

    private readonly TableClient table = account.Table(TableNames.Claims);

    /// <summary>The secret with this name. Two instances that ask at once get the same one: adding it is insert-or-fail.</summary>
    public async Task<byte[]> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (await ReadAsync(name, cancellationToken) is { } known)
            return known;
        try
        {
            var made = new TableEntity(Partition, name) { [Value] = RandomNumberGenerator.GetBytes(Length) };
            await table.AddEntityAsync(made, cancellationToken);
        }
        catch (RequestFailedException raced) when (raced.Status == 409)
        {
            // Another instance made it meanwhile; what it made is read below.
        }

        return await ReadAsync(name, cancellationToken)
            ?? throw new InvalidOperationException($"The secret {name} vanished while it was made.");
    }

    /// <summary>Puts a new secret in the place of the one with this name: what was made of that is worth nothing from then on.</summary>
    public Task RenewAsync(string name, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(Partition, name) { [Value] = RandomNumberGenerator.GetBytes(Length) }, TableUpdateMode.Replace, cancellationToken);

    private async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await table.FindAsync(Partition, name, cancellationToken))?.GetBinary(Value);
}
