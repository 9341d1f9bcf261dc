using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Ledger;

/// <summary>A row for each source in a partition of the table <c>files</c>.</summary>
internal sealed class SourceRevisionStore(StorageAccount account) : ISourceRevisionStore
{
    private const string Partition = "revised";
    private const string Until = "Until";

    private readonly TableClient table = account.Table(TableNames.Files);

    public async Task<DateTimeOffset?> FindAsync(string source, CancellationToken cancellationToken) =>
        (await table.FindAsync(Partition, StableHash.Id(source), cancellationToken))?.GetDateTimeOffset(Until);

    public Task RecordAsync(string source, DateTimeOffset until, CancellationToken cancellationToken) => table.UpsertEntityAsync(
        new TableEntity(Partition, StableHash.Id(source)) { [Until] = until }, TableUpdateMode.Replace, cancellationToken);
}
