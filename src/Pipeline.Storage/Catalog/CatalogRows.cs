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

    public static string Standing(string articleId) => $"s{articleId}";

    public static string Cluster(string clusterId) => $"x{clusterId}";

    public static long Sequence(TableEntity change) => long.Parse(change.RowKey.AsSpan(1), CultureInfo.InvariantCulture);

    public static TableEntity Of(long head) => new(Partition, Head) { ["Sequence"] = head };

    public static TableEntity Of(ArticleChange change, long commit)
    {
        var row = new TableEntity(Partition, Change(change.Sequence))
        {
            ["Kind"] = change.Kind.ToString(),
            ["At"] = change.At,
            ["Commit"] = commit,
        };
        Compressed.Put(row, Compressed.Of(change.Article, PipelineJson.Default.ArticleSummary));
        return row;
    }

    public static TableEntity Of(ArticleStanding standing)
    {
        var row = new TableEntity(Partition, Standing(standing.Article.Id)) { ["Sequence"] = standing.Sequence };
        Compressed.Put(row, Compressed.Of(standing, PipelineJson.Default.ArticleStanding));
        return row;
    }

    public static TableEntity Of(Cluster cluster)
    {
        var row = new TableEntity(Partition, Cluster(cluster.Id)) { ["Members"] = cluster.Members.Count };
        Compressed.Put(row, Compressed.Of(cluster, PipelineJson.Default.Cluster));
        return row;
    }

    public static ArticleChange ReadChange(TableEntity row) => new(
        Sequence(row),
        Enum.Parse<ChangeKind>(row.GetString("Kind")),
        row.GetDateTimeOffset("At") ?? default,
        Compressed.Read(Compressed.Take(row), PipelineJson.Default.ArticleSummary));

    public static ArticleStanding ReadStanding(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.ArticleStanding);

    public static Cluster ReadCluster(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.Cluster);
}
