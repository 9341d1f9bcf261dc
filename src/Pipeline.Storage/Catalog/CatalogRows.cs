using System.Globalization;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Catalog;

/// <summary>Keys of the catalog's partition, and its rows to and from records.</summary>
internal static class CatalogRows
{
    public const string Partition = "catalog";
    public const string Head = "head";
    public const string Previous = "Previous";
    private const string Ask = "Ask";

    public static string Change(long sequence) => string.Create(CultureInfo.InvariantCulture, $"c{sequence:D19}");

    public static string Entry(string articleId) => $"s{articleId}";

    public static string Cluster(string clusterId) => $"x{clusterId}";

    public static bool IsHead(TableEntity row) => row.RowKey == Head;

    public static bool IsChange(TableEntity row) => row.RowKey[0] == Change(0)[0] && row.RowKey != Head;

    /// <summary>The key of a note. Two commits may begin at the same line where the first wrote none, so the transaction tells them
    /// apart.</summary>
    public static string Note(long sequence, string transactionId) =>
        string.Create(CultureInfo.InvariantCulture, $"o{sequence:D19}-{transactionId}");

    public static long Sequence(TableEntity change) => long.Parse(change.RowKey.AsSpan(1), CultureInfo.InvariantCulture);

    public static TableEntity HeadRow(CatalogHead head) => new(Partition, Head)
    {
        ["Sequence"] = head.Sequence,
        ["Recent"] = string.Join(' ', head.Recent),
        ["Waiting"] = string.Join(' ', head.Waiting),
        ["Turn"] = head.Turn,
    };

    // A head that was written before there were turns has none of them.
    public static CatalogHead ReadHead(TableEntity row) => new(row.GetInt64("Sequence") ?? 0, row.ETag)
    {
        Recent = Words(row.GetString("Recent")),
        Waiting = [.. Words(row.GetString("Waiting")).Concat(
            row.Keys.Where(key => key.StartsWith(Ask, StringComparison.Ordinal)).Select(key => key[Ask.Length..]).Order()).Distinct()],
        Turn = row.GetInt64("Turn") ?? 0,
    };

    /// <summary>What an instance merges into the head to get a turn; the next commit puts it into the row of those who wait.</summary>
    public static TableEntity AskRow(string instance) => new(Partition, Head) { [Ask + instance] = true };

    // The head is replaced even where the log does not grow: two writers of standings must not pass each other unseen.
    public static TableTransactionAction Replace(CatalogHead from, CatalogHead to) => from.ETag is { } tag
        ? new(TableTransactionActionType.UpdateReplace, HeadRow(to), tag)
        : new(TableTransactionActionType.Add, HeadRow(to));

    /// <summary>What must follow a commit: its lines are to be listed, and the members of a cluster flagged that it could not
    /// hold.</summary>
    public static TableEntity NoteRow(CatalogCommit commit, long first, DateTimeOffset at) => new(Partition, commit.Note)
    {
        ["At"] = at,
        ["First"] = first,
        ["Changes"] = commit.Changes.Count,
        ["Unfinished"] = commit.Unfinished,
    };

    /// <param name="change">The line.</param>
    /// <param name="previous">The line of the log that the article had before, 0 for none.</param>
    public static TableEntity ChangeRow(ArticleChange change, long previous)
    {
        var row = new TableEntity(Partition, Change(change.Sequence))
        {
            ["Kind"] = change.Kind.ToString(),
            ["At"] = change.At,
            [Previous] = previous,
        };
        Compressed.Put(row, Compressed.Compress(change.Article, PipelineJson.Default.ArticleSummary));
        return row;
    }

    public static TableEntity EntryRow(CatalogEntry entry)
    {
        var row = new TableEntity(Partition, Entry(entry.Article.Id)) { ["Sequence"] = entry.Sequence };
        Compressed.Put(row, Compressed.Compress(entry, PipelineJson.Default.CatalogEntry));
        return row;
    }

    public static TableEntity ClusterRow(Cluster cluster)
    {
        var row = new TableEntity(Partition, Cluster(cluster.Id)) { ["Members"] = cluster.Members.Count };
        Compressed.Put(row, Compressed.Compress(cluster, PipelineJson.Default.Cluster));
        return row;
    }

    public static ArticleChange ReadChange(TableEntity row) => new(
        Sequence(row),
        Enum.Parse<ChangeKind>(row.GetString("Kind")),
        row.GetDateTimeOffset("At") ?? default,
        Compressed.Read(Compressed.Take(row), PipelineJson.Default.ArticleSummary));

    /// <summary>The line without what was cut from the text.</summary>
    public static TableEntity RemoveText(TableEntity row)
    {
        var article = Compressed.Read(Compressed.Take(row), PipelineJson.Default.ArticleSummary);
        foreach (var part in row.Keys.Where(key => key.Length > 1 && key[0] == 'D' && char.IsAsciiDigit(key[1])).ToList())
            row.Remove(part);
        Compressed.Put(row, Compressed.Compress(Summaries.RemoveText(article), PipelineJson.Default.ArticleSummary));
        return row;
    }

    public static CatalogEntry ReadEntry(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.CatalogEntry);

    public static Cluster ReadCluster(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.Cluster);

    private static string[] Words(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
