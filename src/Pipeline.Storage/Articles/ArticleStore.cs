using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Articles;

/// <summary>
/// The <c>articles</c> table: a partition for each article, with a row for the current revision and one for each revision that
/// there was. A body that does not fit in a row lies in a blob.
/// </summary>
public sealed class ArticleStore(StorageAccount account) : IArticleStore
{
    private const string Claims = "Claims";

    // An entity holds 1 MiB, and its properties' names and types count too.
    private const int RowBytes = 900 * 1024;

    private readonly TableClient table = account.Table(TableNames.Articles);

    public async Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken)
    {
        return await table.FindAsync(id, CurrentKey(id), cancellationToken) is { } row
            ? new StoredArticle(await ReadAsync(row, cancellationToken), row.ETag.ToString())
            : null;
    }

    public async Task<bool> TrySaveAsync(
        Article article, IReadOnlyList<string> claims, StoredArticle? expected, CancellationToken cancellationToken)
    {
        var packed = Compressed.Compress(article, PipelineJson.Default.Article);
        var blob = packed.Length > RowBytes ? await WriteOverflowAsync(article, packed, cancellationToken) : null;
        var current = Row(article, CurrentKey(article.Id), packed, blob);
        var revision = Row(article, RevisionKey(article.Id, article.Revision), packed, blob);
        revision[Claims] = JsonSerializer.Serialize(claims, PipelineJson.Default.IReadOnlyListString);
        TableTransactionAction[] actions =
        [
            expected is null
                ? new(TableTransactionActionType.Add, current)
                : new(TableTransactionActionType.UpdateReplace, current, new ETag(expected.ETag)),
            new(TableTransactionActionType.UpsertReplace, revision),
        ];
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    /// <summary>The revision with its body, or <c>null</c>.</summary>
    public async Task<Article?> FindRevisionAsync(string id, int revision, CancellationToken cancellationToken) =>
        await table.FindAsync(id, RevisionKey(id, revision), cancellationToken) is { } row ? await ReadAsync(row, cancellationToken) : null;

    /// <summary>Every revision with its body, newest first, at most 100.</summary>
    public async Task<IReadOnlyList<Article>> ListRevisionsAsync(string id, CancellationToken cancellationToken)
    {
        var revisions = new List<Article>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {$"{id}|r"} and RowKey lt {$"{id}|s"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 100, cancellationToken: cancellationToken))
        {
            revisions.Add(await ReadAsync(row, cancellationToken));
            if (revisions.Count == 100)
                break;
        }

        return revisions;
    }

    public async Task<ArticleHistory?> GetHistoryAsync(string id, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: cancellationToken))
            rows.Add(row);
        var revisions = new List<Article>();
        foreach (var row in rows.Where(row => row.RowKey != CurrentKey(id)))
            revisions.Add(await ReadAsync(row, cancellationToken));
        return rows.Count == 0 ? null : new ArticleHistory(
            id,
            rows.Find(row => row.RowKey == CurrentKey(id))?.ETag.ToString(),
            revisions,
            [.. rows.SelectMany(ClaimsOf).Distinct()],
            [.. rows.Select(row => row.GetString("Blob")).OfType<string>().Distinct()]);
    }

    public async Task DeleteAsync(ArticleHistory history, CancellationToken cancellationToken)
    {
        var revisions = history.Revisions.Select(article => Delete(history.Id, RevisionKey(history.Id, article.Revision), ETag.All));
        var all = history.ETag is { } tag ? revisions.Prepend(Delete(history.Id, CurrentKey(history.Id), new ETag(tag))) : revisions;
        try
        {
            foreach (var batch in all.Chunk(TableLimits.TransactionRows))
                await table.SubmitTransactionAsync(batch, cancellationToken);
        }
        catch (TableTransactionFailedException conflict) when (conflict.IsConflict())
        {
            return;
        }

        foreach (var blob in history.Blobs)
            await account.Overflow.DeleteBlobIfExistsAsync(blob, cancellationToken: cancellationToken);
    }

    private static TableTransactionAction Delete(string id, string rowKey, ETag tag) =>
        new(TableTransactionActionType.Delete, new TableEntity(id, rowKey), tag);

    private static IReadOnlyList<string> ClaimsOf(TableEntity row) => row.GetString(Claims) is { } claims
        ? JsonSerializer.Deserialize(claims, PipelineJson.Default.IReadOnlyListString) ?? []
        : [];

    private static string CurrentKey(string id) => $"{id}|current";

    // Inverted, so that the newest comes first in the table's only order.
    private static string RevisionKey(string id, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}|r{999_999 - revision:D6}");

    private static TableEntity Row(Article article, string rowKey, byte[] packed, string? blob)
    {
        var row = new TableEntity(article.Id, rowKey) { ["Revision"] = article.Revision };
        if (blob is null)
            Compressed.Put(row, packed);
        else
            row["Blob"] = blob;
        return row;
    }

    private async Task<string> WriteOverflowAsync(Article article, byte[] packed, CancellationToken cancellationToken)
    {
        var name = $"articles/{article.Id}/{article.Revision}-{article.ContentHash}";
        await account.Overflow.GetBlobClient(name).UploadAsync(new BinaryData(packed), overwrite: true, cancellationToken);
        return name;
    }

    private async Task<Article> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        if (row.GetString("Blob") is not { } blob)
            return Compressed.Read(Compressed.Take(row), PipelineJson.Default.Article);
        var content = await account.Overflow.GetBlobClient(blob).DownloadContentAsync(cancellationToken);
        return Compressed.Read(content.Value.Content.ToMemory(), PipelineJson.Default.Article);
    }
}
