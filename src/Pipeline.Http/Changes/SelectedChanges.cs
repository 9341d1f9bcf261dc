using System.Text.Json.Nodes;
using Pipeline.Articles;
using Pipeline.Http.Reading;

namespace Pipeline.Http.Changes;

/// <summary>What a poll answers that asked for some fields only; see <see cref="ChangesResponse"/>.</summary>
internal sealed record SelectedChanges(IReadOnlyList<SelectedChange> Changes, string Next, bool More);

/// <summary>A line of the log with the fields of the article that were asked for.</summary>
internal sealed record SelectedChange(long Sequence, ChangeKind Kind, DateTimeOffset At, JsonObject Article)
{
    /// <summary>Lines of the log with these fields of their articles, in their order.</summary>
    public static async Task<IReadOnlyList<SelectedChange>> ReadAsync(
        SelectedArticles selected, IReadOnlyList<ArticleChange> changes, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var articles = await selected.SelectAsync([.. changes.Select(change => change.Article)], fields, cancellationToken);
        return [.. changes.Zip(articles, (change, article) => new SelectedChange(change.Sequence, change.Kind, change.At, article))];
    }
}
