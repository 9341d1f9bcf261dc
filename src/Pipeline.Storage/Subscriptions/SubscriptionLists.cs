using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Storage.Account;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Opml;

namespace Pipeline.Storage.Subscriptions;

/// <summary>The lists: every blob <c>*.opml</c> of the container <c>subscriptions</c>. What any of them lists is followed.</summary>
public sealed partial class SubscriptionLists(StorageAccount account, ILogger<SubscriptionLists> log)
{
    /// <summary>The list that single addresses are added to, and that replaces all others where the whole list is put.</summary>
    public const string Main = "subscriptions.opml";

    /// <summary>The largest list, in bytes: some 50,000 feeds.</summary>
    public const long MaxBytes = 16L << 20;

    private const string Extension = ".opml";
    private const int MaxNote = 1_000;

    private readonly TableClient table = account.Table(TableNames.Subscriptions);

    /// <summary>Brings the rows in line with the lists, if one changed. A list that cannot be read keeps what it listed before.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        var present = await ListBlobsAsync(cancellationToken);
        var taken = await ReadTakenAsync(cancellationToken);
        if (present.Count == taken.Count && present.All(blob => taken.GetValueOrDefault(blob.Key)?.GetString("ETag") == blob.Value))
            return;
        var wanted = new Dictionary<string, (Subscription Subscription, string List)>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var rows = new List<TableEntity>();
        foreach (var (name, etag) in present.OrderBy(blob => blob.Key, StringComparer.Ordinal))
        {
            var list = (await ReadAsync(name, cancellationToken))?.ReadList();
            if (list is null)
                broken.Add(name);
            foreach (var subscription in list?.Subscriptions ?? [])
                wanted.TryAdd(subscription.Id, (subscription, name));
            rows.Add(ListRow(name, etag, list is null ? ["it is no OPML that can be read"] : list.Notes));
            if (list is null)
                LogUnreadable(name);
        }

        await ReconcileAsync(wanted, broken, cancellationToken);
        var gone = taken.Where(list => !present.ContainsKey(list.Key)).Select(list => list.Value);
        await DeleteAsync(gone, cancellationToken);
        foreach (var row in rows)
            await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>What a person should know of the lists: which of them, or which of their lines, could not be read.</summary>
    public async Task<IReadOnlyList<string>> ListNotesAsync(CancellationToken cancellationToken) =>
        [.. (await ReadTakenAsync(cancellationToken)).Values
            .Where(row => row.GetString("Note") is { Length: > 0 }).Select(row => $"{row.GetString("Name")}: {row.GetString("Note")}")];

    /// <summary>Adds one feed to <see cref="Main"/>; returns false where it is listed there already.</summary>
    public async Task<bool> AddAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var added = false;
        await EditAsync(Main, document =>
        {
            added = document.ReadList().Subscriptions.All(listed => listed.Id != subscription.Id);
            document.Add(subscription);
            return added;
        }, cancellationToken);
        return added;
    }

    /// <summary>Takes a feed out of every list; returns false where none has it.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var removed = false;
        foreach (var name in (await ListBlobsAsync(cancellationToken)).Keys)
            await EditAsync(name, document =>
            {
                var had = document.Remove(id);
                removed |= had;
                return had;
            }, cancellationToken);
        return removed;
    }

    /// <summary>Writes one list as it is, under a name that ends in <c>.opml</c>.</summary>
    public async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await account.Subscriptions.GetBlobClient(NameOf(name)).UploadAsync(new BinaryData(bytes), overwrite: true, cancellationToken);

    /// <summary>Makes these the only subscriptions.</summary>
    public async Task ReplaceAsync(IEnumerable<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        await PutAsync(Main, OpmlDocument.Write(subscriptions, address => address.OriginalString), cancellationToken);
        foreach (var name in (await ListBlobsAsync(cancellationToken)).Keys.Where(name => name != Main))
            await account.Subscriptions.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
    }

    private static string NameOf(string name) => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name : name + Extension;

    // Two people may edit at once: whoever comes second reads again what the first wrote.
    private async Task EditAsync(string name, Func<OpmlDocument, bool> edit, CancellationToken cancellationToken)
    {
        var blob = account.Subscriptions.GetBlobClient(name);
        while (true)
        {
            var (document, conditions) = (OpmlDocument.Create(), new BlobRequestConditions { IfNoneMatch = ETag.All });
            if (await blob.ExistsAsync(cancellationToken))
            {
                var present = (await blob.DownloadContentAsync(cancellationToken)).Value;
                conditions = new BlobRequestConditions { IfMatch = present.Details.ETag };
                if (OpmlDocument.Read(present.Content.ToMemory()) is not { } read)
                    throw new InvalidDataException($"The list {name} is no OPML that can be read. Replace it or delete it.");
                document = read;
            }

            if (!edit(document))
                return;
            try
            {
                var options = new BlobUploadOptions { Conditions = conditions };
                await blob.UploadAsync(new BinaryData(document.ToBytes()), options, cancellationToken);
                return;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412)
            {
                // Read it again.
            }
        }
    }

    private async Task<Dictionary<string, string>> ListBlobsAsync(CancellationToken cancellationToken)
    {
        var blobs = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var blob in account.Subscriptions.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
                blobs[blob.Name] = blob.Properties.ETag?.ToString().Trim('"') ?? "";
        }

        return blobs;
    }

    private async Task<OpmlDocument?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var blob = account.Subscriptions.GetBlobClient(name);
            if ((await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentLength > MaxBytes)
                return null;
            return OpmlDocument.Read((await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToMemory());
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Deleted since it was listed: the next look shows it.
            return null;
        }
    }

    private async Task<Dictionary<string, TableEntity>> ReadTakenAsync(CancellationToken cancellationToken)
    {
        var taken = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {SubscriptionRows.Lists}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            taken[row.GetString("Name")] = row;
        return taken;
    }

    private async Task ReconcileAsync(
        Dictionary<string, (Subscription Subscription, string List)> wanted, HashSet<string> broken, CancellationToken cancellationToken)
    {
        var unwanted = new List<TableEntity>();
        string[] columns = ["PartitionKey", "RowKey", "Address", "Title", "Group", "Source", "List"];
        var (fresh, changed) = (wanted.ToDictionary(StringComparer.Ordinal), new List<TableEntity>());
        await foreach (var row in table.QueryAsync<TableEntity>(
            SubscriptionRows.FeedFilter(null), select: columns, cancellationToken: cancellationToken))
        {
            var known = SubscriptionRows.ReadListed(row);
            if (!wanted.TryGetValue(known.Id, out var listed))
            {
                if (!broken.Contains(row.GetString("List")))
                    unwanted.Add(row);
            }
            else if (known != listed.Subscription || row.GetString("List") != listed.List)
            {
                changed.Add(SubscriptionRows.ListedRow(listed.Subscription, listed.List));
            }

            fresh.Remove(known.Id);
        }

        await DeleteAsync(unwanted, cancellationToken);
        // Merging leaves the state of a row as it is.
        foreach (var some in ChunkByBucket(changed))
            await table.SubmitTransactionAsync(
                some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row)), cancellationToken);
        foreach (var some in ChunkByBucket(fresh.Values.Select(entry => SubscriptionRows.NewRow(entry.Subscription, entry.List))))
            await InsertAsync([.. some], cancellationToken);
    }

    // Another instance may take up the same list, and may have fetched by now what it inserted: its rows stay.
    private async Task InsertAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        while (rows.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(
                    rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
                return;
            }
            catch (TableTransactionFailedException there) when (there.IsConflict() && there.FailedTransactionActionIndex is { } at)
            {
                rows.RemoveAt(at);
            }
        }
    }

    private static IEnumerable<TableEntity[]> ChunkByBucket(IEnumerable<TableEntity> rows) =>
        rows.GroupBy(row => row.PartitionKey).SelectMany(bucket => bucket.Chunk(TableLimits.TransactionRows));

    private async Task DeleteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var some in ChunkByBucket(rows))
            await table.DeleteAsync(some, cancellationToken);
    }

    private static TableEntity ListRow(string name, string etag, IReadOnlyList<string> notes)
    {
        var note = string.Join("; ", notes);
        return new TableEntity(SubscriptionRows.Lists, StableHash.Id(name))
        {
            ["Name"] = name,
            ["ETag"] = etag,
            ["Note"] = note[..Math.Min(note.Length, MaxNote)],
        };
    }

    [LoggerMessage(60, LogLevel.Warning, "The list {Name} is no OPML that can be read; what it listed before is still followed")]
    private partial void LogUnreadable(string name);
}
