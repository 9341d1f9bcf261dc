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

    public static string Change(long sequence) => string.Create(CultureInfo.InvariantCulture, $"c{sequence:D19}");

    public static string Entry(string articleId) => $"s{articleId}";

    public static string Cluster(string clusterId) => $"x{clusterId}";

    public static long Sequence(TableEntity change) => long.Parse(change.RowKey.AsSpan(1), CultureInfo.InvariantCulture);

    public static TableEntity HeadRow(long head) => new(Partition, Head) { ["Sequence"] = head };

    public static TableEntity ChangeRow(ArticleChange change, long commit)
    {
        var row = new TableEntity(Partition, Change(change.Sequence))
        {
            ["Kind"] = change.Kind.ToString(),
            ["At"] = change.At,
            ["Commit"] = commit,
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

    public static CatalogEntry ReadEntry(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.CatalogEntry);

    public static Cluster ReadCluster(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.Cluster);
}
