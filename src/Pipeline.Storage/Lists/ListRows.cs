using System.Text.Json;
using Azure.Data.Tables;
using Pipeline.Articles;
using Pipeline.Storage.Account;

namespace Pipeline.Storage.Lists;

/// <summary>Keys of the lists, and their rows to and from records. A partition is a month or a day of one; within it each list is a run of
/// rows, newest first.</summary>
internal static class ListRows
{
    public const string Months = "months";
    public const string Held = "held";
    public const string Registered = "registered";

    /// <summary>A position after every article of the period.</summary>
    public static string EndOf(ListPeriod period) => InvertedTime.FromTime(period.Start);

    /// <summary>Whether something of the period may come after a position, newest first.</summary>
    public static bool IsBehind(ListPeriod period, string position) =>
        InvertedTime.Read(position) is var time && (period.Start < time || (period.Start == time && position != EndOf(period)));

    public static string Place(string articleId) => $"p|{articleId}";

    public static string Prefix(ArticleState state, string facet) => $"{Letter(state)}|{facet}|";

    /// <summary>The part of a key that orders a list, the same in every list that the article stands in.</summary>
    public static string Position(ArticleSummary article) => $"{InvertedTime.FromTime(article.ListedAt)}|{article.Id}";

    public static string PositionOf(TableEntity row) => row.RowKey[(row.RowKey.IndexOf('|', 2) + 1)..];

    public static IReadOnlyList<string> Keys(ArticleSummary article) =>
        [.. Facets.ForArticle(article).Select(facet => Prefix(article.State, facet) + Position(article))];

    public static TableEntity ForArticle(string period, string key, byte[] summary)
    {
        var row = new TableEntity(period, key);
        Compressed.Put(row, summary);
        return row;
    }

    public static TableEntity Placement(string period, ArticleChange change, IReadOnlyList<string> keys) =>
        new(period, Place(change.Article.Id))
        {
            ["Sequence"] = change.Sequence,
            ["Keys"] = JsonSerializer.Serialize(keys, PipelineJson.Default.IReadOnlyListString),
        };

    public static IReadOnlyList<string> KeysOf(TableEntity placement) =>
        JsonSerializer.Deserialize(placement.GetString("Keys"), PipelineJson.Default.IReadOnlyListString) ?? [];

    public static ArticleSummary Read(TableEntity row) => Compressed.Read(Compressed.Take(row), PipelineJson.Default.ArticleSummary);

    private static char Letter(ArticleState state) => state switch
    {
        ArticleState.Canonical => 'c',
        ArticleState.Duplicate => 'd',
        ArticleState.Withdrawn => 'w',
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A held article stands in no list."),
    };
}
