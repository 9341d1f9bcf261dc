using Pipeline.Articles;
using Pipeline.Deduplication;

namespace Pipeline.Ingestion;

/// <summary>
/// Brings a stored article before readers: matched, committed, listed. Each step can be repeated, so that a crash between two
/// of them is mended by the next delivery.
/// </summary>
internal sealed class Publication(
    Matcher matcher, Clustering clustering, ICatalogStore catalog, IListStore lists, TimeProvider time)
{
    /// <summary>Publishes a revision, or holds it back where its publisher says so. Returns where it stands then.</summary>
    /// <param name="article">As stored.</param>
    /// <param name="isFirst">True where nobody can have published the article before.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<ArticleSummary> PublishAsync(Article article, bool isFirst, CancellationToken cancellationToken)
    {
        if (Embargoes.IsHeld(article.Wire, time.GetUtcNow()))
            return await HoldAsync(article, cancellationToken);
        var matches = await matcher.FindAsync(article, cancellationToken);
        var summary = Summaries.Of(article);
        var changes = await catalog.CommitAsync((open, token) => clustering.PlaceAsync(open, summary, matches, token), isFirst ? article.Id : null, cancellationToken);
        await ListAsync(changes, cancellationToken);
        var own = changes.FirstOrDefault(change => change.Article.Id == article.Id)?.Article;
        return own ?? await ResumeAsync(article.Id, cancellationToken);
    }

    /// <summary>Withdraws an article, or sees to it that one which has not come yet stays away.</summary>
    public async Task WithdrawAsync(ArticleSummary article, CancellationToken cancellationToken)
    {
        var changes = await catalog.CommitAsync((open, token) => clustering.WithdrawAsync(open, article, token), null, cancellationToken);
        await ListAsync(changes, cancellationToken);
        if (changes.Count == 0)
            await ResumeAsync(article.Id, cancellationToken);
    }

    /// <summary>Commits an editor's decision. False where it does not apply.</summary>
    public async Task<bool> EditAsync(Func<Clustering, ICatalogTransaction, CancellationToken, Task<bool>> edit, CancellationToken cancellationToken)
    {
        var applies = false;
        var changes = await catalog.CommitAsync(async (open, token) => applies = await edit(clustering, open, token), null, cancellationToken);
        await ListAsync(changes, cancellationToken);
        return applies;
    }

    private async Task<ArticleSummary> HoldAsync(Article article, CancellationToken cancellationToken)
    {
        var held = Summaries.Of(article) with { State = ArticleState.Held, ClusterId = article.Id };
        await catalog.CommitAsync((open, token) => HoldAsync(open, held, token), null, cancellationToken);
        if (article.Wire?.Embargo?.Until is { } until)
            await lists.HoldAsync(article.Id, until, cancellationToken);
        return held;
    }

    // A revision under embargo does not take back what is public already.
    private static async Task HoldAsync(ICatalogTransaction open, ArticleSummary held, CancellationToken cancellationToken)
    {
        if (await open.StandingAsync(held.Id, cancellationToken) is null or { Article.State: ArticleState.Held } or { Expected: not null })
            open.Put(new ArticleStanding(held, 0));
    }

    private Task ListAsync(IReadOnlyList<ArticleChange> changes, CancellationToken cancellationToken) =>
        Task.WhenAll(changes.Select(change => lists.PlaceAsync(change, cancellationToken)));

    // Committed by an earlier delivery, which may have died before it listed what it committed.
    private async Task<ArticleSummary> ResumeAsync(string articleId, CancellationToken cancellationToken)
    {
        var standing = await catalog.StandingAsync(articleId, cancellationToken)
            ?? throw new InvalidOperationException($"Article {articleId} was committed but does not stand anywhere.");
        var affected = await catalog.ChangedWithAsync(standing, cancellationToken);
        await ListAsync(affected, cancellationToken);
        return standing.Article;
    }
}
