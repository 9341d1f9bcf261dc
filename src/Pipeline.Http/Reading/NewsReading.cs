using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Http.Routing;
using Pipeline.Ledger;
using Pipeline.Storage.Articles;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;

namespace Pipeline.Http.Reading;

/// <summary>
/// Every route reads news through this: it asks the stores and passes on what <see cref="Visibility"/> lets the viewer see. No handler
/// takes a store of news itself (a test looks).
/// </summary>
internal sealed class NewsReading(ArticleStore articles, CatalogStore catalog, ListStore lists, ClusterSizes sizes)
{
    // A file may have 10,000 entries, and each is a read of its article's place.
    private const int MaxPlaced = 500;

    private const int CountedAtOnce = 500;

    /// <summary>The newest revision that the viewer may see: two operations at the same time.</summary>
    public async Task<PublicArticle?> FindAsync(string id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return null;
        var finding = articles.FindAsync(id, cancellationToken);
        var entry = await catalog.GetEntryAsync(id, cancellationToken);
        var article = (await finding)?.Article;
        var place = Visibility.FindPublicPlace(entry);
        if (viewer != Viewer.Admin && place is not null && article?.Revision > place.Revision)
            article = await articles.FindRevisionAsync(id, place.Revision, cancellationToken);
        return Show(article, entry, viewer);
    }

    public async Task<PublicArticle?> FindRevisionAsync(string id, int revision, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!IsId(id))
            return null;
        var finding = articles.FindRevisionAsync(id, revision, cancellationToken);
        var entry = await catalog.GetEntryAsync(id, cancellationToken);
        return Show(await finding, entry, viewer);
    }

    /// <summary>The revisions of an article that was found, newest first.</summary>
    public async Task<IReadOnlyList<Article>> ListRevisionsAsync(PublicArticle found, Viewer viewer, CancellationToken cancellationToken)
    {
        var revisions = await articles.ListRevisionsAsync(found.Article.Id, cancellationToken);
        return viewer == Viewer.Admin
            ? [.. revisions.Select(revision => revision.FilterAddresses())]
            : [.. revisions.Select(revision => Visibility.Show(revision, found.Place)?.Article).OfType<Article>()];
    }

    /// <summary>The text of an article as a list shows it; <c>null</c> where it was withdrawn.</summary>
    public async Task<Article?> FindListedAsync(ArticleSummary listed, CancellationToken cancellationToken) =>
        listed.State == ArticleState.Withdrawn ? null
            : (await articles.FindRevisionAsync(listed.Id, listed.Revision, cancellationToken))?.FilterAddresses();

    /// <summary>The cluster, through any merges since; an article without copies is a cluster of one. One operation for most.</summary>
    public async Task<Cluster?> FindClusterAsync(string id, Viewer viewer, CancellationToken cancellationToken) =>
        await catalog.FindClusterAsync(id, cancellationToken) is { } cluster
            && (viewer == Viewer.Admin ? cluster : Visibility.Show(cluster)) is { } shown ? Visibility.FilterAddresses(shown) : null;

    /// <summary>A page of articles, each with how many carry its text.</summary>
    public async Task<ListPage> ReadPageAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var page = await lists.ReadPageAsync(query, cancellationToken);
        var shown = await sizes.UpdateAsync([.. page.Items.Select(Visibility.Show)], cancellationToken);
        return page with { Items = [.. shown.Where(query.HasOutlets)] };
    }

    /// <summary>How many articles there are, as far as <paramref name="most"/>: one query of the store for each 1,000 that it reads, and
    /// where the number of outlets matters a read for each cluster.</summary>
    public async Task<(int Articles, bool IsMore)> CountAsync(ListQuery query, int most, CancellationToken cancellationToken)
    {
        var (articles, after) = (0, (string?)null);
        do
        {
            var counted = query with { After = after, Limit = Math.Min(CountedAtOnce, most - articles) };
            var page = query.MinOutlets is null
                ? await lists.ReadPageAsync(counted, cancellationToken)
                : await ReadPageAsync(counted, cancellationToken);
            (articles, after) = (articles + page.Items.Count, page.Next);
        }
        while (after is not null && articles < most);
        return (articles, after is not null);
    }

    /// <summary>Where articles stand, in the order of the ids; those are left out that the viewer may not see.</summary>
    public async Task<IReadOnlyList<ArticleSummary>> ListPlacesAsync(
        IReadOnlyList<string> ids, Viewer viewer, CancellationToken cancellationToken)
    {
        var entries = await catalog.GetEntriesAsync(ids.Where(IsId), cancellationToken);
        var found = ids.Where(IsId).Select(id => entries[id]).Select(entry => viewer == Viewer.Admin
            ? entry?.Article.FilterAddresses()
            : Visibility.FindPublicPlace(entry) is { } place ? Visibility.Show(place) : null);
        return await sizes.UpdateAsync([.. found.OfType<ArticleSummary>()], cancellationToken);
    }

    /// <summary>The changes after a line of the log, in order of commitment. One operation.</summary>
    public async Task<IReadOnlyList<ArticleChange>> ListChangesAsync(long since, int limit, CancellationToken cancellationToken) =>
        [.. (await catalog.ListChangesAsync(since, limit, cancellationToken)).Select(
            change => change with { Article = Visibility.Show(change.Article) })];

    /// <summary>
    /// Fates as the viewer may see them, with where their articles stand now: a fate is recorded once, and an article may be merged or
    /// split after it. A read for each article: of a reader's fates each, to know its headline, and else of the first 500.
    /// </summary>
    public async Task<IReadOnlyList<PlacedFate>> PlaceAsync(
        IReadOnlyList<EntryFate> fates, Viewer viewer, CancellationToken cancellationToken)
    {
        var ids = fates.Select(fate => fate.ArticleId).OfType<string>().Distinct();
        var entries = await catalog.GetEntriesAsync(viewer == Viewer.Admin ? ids.Take(MaxPlaced) : ids, cancellationToken);
        var shown = viewer == Viewer.Admin ? fates
            : [.. fates.Select(fate => Visibility.Show(fate, fate.ArticleId is { } id ? Visibility.FindPublicPlace(entries[id]) : null))];
        var placed = shown.Select(fate => fate.ArticleId).OfType<string>().Distinct().Take(MaxPlaced).ToHashSet(StringComparer.Ordinal);
        return [.. shown.Select(fate => new PlacedFate(
            fate, fate.ArticleId is { } id && placed.Contains(id) ? entries[id]?.Article.FilterAddresses() : null))];
    }

    private static PublicArticle? Show(Article? article, CatalogEntry? entry, Viewer viewer) =>
        viewer != Viewer.Admin ? Visibility.Show(article, Visibility.FindPublicPlace(entry))
        : article is null || entry is null ? null
        : new PublicArticle(article.FilterAddresses(), entry.Article.FilterAddresses());

    // What no article can be called needs no storage operation.
    private static bool IsId(string id) => id.Length == 26 && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
}
