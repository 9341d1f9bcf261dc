using Pipeline.Articles;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Articles;

/// <summary>An article with where it stands among the others.</summary>
internal sealed record PublicArticle(Article Article, ArticleSummary Place);

/// <summary>
/// Reads articles as the public may: what was never committed (held, or expected by a match) does not exist, a revision under
/// embargo is not there yet, and of what was withdrawn only the notice remains.
/// </summary>
internal sealed class ArticleReading(ArticleStore articles, CatalogStore catalog)
{
    /// <summary>The newest revision that is public: two operations at the same time.</summary>
    public async Task<PublicArticle?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return null;
        var finding = articles.FindAsync(id, cancellationToken);
        var place = await FindSummaryAsync(id, cancellationToken);
        var article = (await finding)?.Article;
        if (place is not null && article?.Revision > place.Revision)
            article = await articles.FindRevisionAsync(id, place.Revision, cancellationToken);
        return Publicly(article, place);
    }

    public async Task<PublicArticle?> FindRevisionAsync(string id, int revision, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return null;
        var finding = articles.FindRevisionAsync(id, revision, cancellationToken);
        var place = await FindSummaryAsync(id, cancellationToken);
        return Publicly(await finding, place);
    }

    private static PublicArticle? Publicly(Article? article, ArticleSummary? place) =>
        article is null || place is null || article.Revision > place.Revision ? null
        : new PublicArticle(place.State == ArticleState.Withdrawn ? Notice(article) : article, place);

    private async Task<ArticleSummary?> FindSummaryAsync(string id, CancellationToken cancellationToken) =>
        await catalog.GetEntryAsync(id, cancellationToken) is { Sequence: > 0, Article: { State: not ArticleState.Held } place } ? place
            : null;

    // A text that was withdrawn must not be passed on.
    private static Article Notice(Article article) =>
        article with { Html = "", Text = "", Excerpt = null, Outline = [], LeadImage = null, Images = [], Enclosures = [] };

    // What no article can be called needs no storage operation.
    private static bool IsId(string id) => id.Length == 26 && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
}
