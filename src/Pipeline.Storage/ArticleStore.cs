using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Ingestion;

namespace Pipeline.Storage;

/// <summary>
/// The <c>articles</c> table: a partition for each article, with a row for the current revision and one for each revision that
/// there was. A body that does not fit in a row lies in a blob.
/// </summary>
public sealed class ArticleStore(StorageAccount account) : IArticleStore
{
    private const string Current = "current";

    // An entity holds 1 MiB, and its properties' names and types count too.
    private const int RowBytes = 900 * 1024;

    private readonly TableClient table = account.Table("articles");

    public async Task<StoredArticle?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id, Current, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row }
            ? new StoredArticle(await ReadAsync(row, cancellationToken), row.ETag.ToString())
            : null;
    }

    public async Task<bool> TrySaveAsync(Article article, StoredArticle? expected, CancellationToken cancellationToken)
    {
        var packed = Compressed.Of(article, PipelineJson.Default.Article);
        var blob = packed.Length > RowBytes ? await OverflowAsync(article, packed, cancellationToken) : null;
        var current = Row(article, Current, packed, blob);
        var revision = Row(article, RevisionKey(article.Revision), packed, blob);
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
    public async Task<Article?> FindRevisionAsync(string id, int revision, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(id, RevisionKey(revision), cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } row } ? await ReadAsync(row, cancellationToken) : null;
    }

    /// <summary>Every revision with its body, newest first, at most 100.</summary>
    public async Task<IReadOnlyList<Article>> RevisionsAsync(string id, CancellationToken cancellationToken)
    {
        var revisions = new List<Article>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {"r"} and RowKey lt {"s"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, 100, cancellationToken: cancellationToken))
        {
            revisions.Add(await ReadAsync(row, cancellationToken));
            if (revisions.Count == 100)
                break;
        }

        return revisions;
    }

    // Inverted, so that the newest comes first in the table's only order.
    private static string RevisionKey(int revision) => string.Create(CultureInfo.InvariantCulture, $"r{999_999 - revision:D6}");

    private static TableEntity Row(Article article, string rowKey, byte[] packed, string? blob)
    {
        var row = new TableEntity(article.Id, rowKey) { ["Revision"] = article.Revision };
        if (blob is null)
            Compressed.Put(row, packed);
        else
            row["Blob"] = blob;
        return row;
    }

    private async Task<string> OverflowAsync(Article article, byte[] packed, CancellationToken cancellationToken)
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
