using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Http.Routing;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;

namespace Pipeline.Http.Reading;

/// <summary>
/// Looks for articles. The index finds them, and what is shown of each is read anew, so that an article which was withdrawn a moment ago is
/// not found, whatever the index says.
/// </summary>
internal sealed class SearchReading(SearchIndex index, NewsReading news, ClusterSizes sizes)
{
    // What a request waits for where the index is behind the log; the answer says how far it has come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MaxConcurrency = 16;

    /// <summary>What was found with its passages, which are <c>null</c> where only the headline matched.</summary>
    public async Task<(IReadOnlyList<FoundArticle> Found, bool IsMore, long Sequence)> SearchAsync(
        SearchTerms terms, ListQuery query, SearchOrder order, int skip, CancellationToken cancellationToken)
    {
        var result = await index.SearchAsync(terms, query, order, skip, Patience, cancellationToken);
        var found = await result.Hits.ReadEachAsync(
            MaxConcurrency,
            async (hit, token) =>
            {
                var placed = await news.FindRevisionAsync(hit.Article.Id, hit.Article.Revision, Viewer.Reader, token);
                return placed is { Place.State: not ArticleState.Withdrawn } && query.ShowsState(placed.Place.State)
                    ? new FoundArticle(placed.Place, Passage.Find(placed.Article.Text, terms.Tokens))
                    : null;
            },
            cancellationToken);
        var shown = found.OfType<FoundArticle>().ToList();
        var sized = await sizes.UpdateAsync([.. shown.Select(article => article.Place)], cancellationToken);
        return (
            [.. shown.Zip(sized, (article, place) => article with { Place = place }).Where(article => query.HasOutlets(article.Place))],
            result.IsMore, result.Sequence);
    }
}

/// <summary>An article that was found, where it stands, and the sentence that matches best.</summary>
internal sealed record FoundArticle(ArticleSummary Place, string? Passage);
