using Pipeline.Articles;
using Pipeline.Storage;

namespace Pipeline.Http.Articles;

/// <summary>An article with where it stands among the others.</summary>
internal sealed record PlacedArticle(Article Article, ArticleStanding Standing);

/// <summary>
/// Reads articles as the public may: what is held does not exist, and of what was withdrawn only the notice remains.
/// </summary>
internal sealed class ArticleReading(ArticleStore articles, CatalogStore catalog)
{
    public Task<PlacedArticle?> FindAsync(string id, CancellationToken cancellationToken) =>
        FindAsync(id, () => articles.FindAsync(id, cancellationToken), cancellationToken);

    public Task<PlacedArticle?> FindRevisionAsync(string id, int revision, CancellationToken cancellationToken) =>
        FindAsync(id, () => articles.FindRevisionAsync(id, revision, cancellationToken), cancellationToken);

    private async Task<PlacedArticle?> FindAsync(string id, Func<Task<Article?>> find, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return null;
        var finding = find();
        var standing = await catalog.StandingAsync(id, cancellationToken);
        return await finding is { } article && standing is { State: not ArticleState.Held }
            ? new PlacedArticle(standing.State == ArticleState.Withdrawn ? Notice(article) : article, standing)
            : null;
    }

    // A text that was withdrawn must not be passed on.
    private static Article Notice(Article article) => article with { Html = "", Text = "", Excerpt = null, Outline = [], LeadImage = null, Images = [], Enclosures = [] };

    // What no article can be called needs no storage operation.
    private static bool IsId(string id) => id.Length == 26 && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
}
