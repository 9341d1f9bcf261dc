using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Ingestion;

/// <summary>
/// Brings a stored article before readers: matched, committed, listed. Each step can be repeated, so that a crash between two
/// of them is mended by the next delivery.
/// </summary>
public sealed class Publication(
    Matcher matcher, Clustering clustering, ClusterParting parting, ICatalogStore catalog, CommitFollowUp followUp, IListStore lists,
    IReleaseReminders reminders, TimeProvider time)
{
    /// <summary>Publishes a revision, or holds it back where its publisher says so. Returns where it stands then.</summary>
    /// <param name="article">As stored.</param>
    /// <param name="isFirst">True where nobody can have published the article before.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<ArticleSummary> PublishAsync(Article article, bool isFirst, CancellationToken cancellationToken)
    {
        if (Embargoes.IsHeld(article.Wire, time.GetUtcNow()))
            return await HoldAsync(article, cancellationToken);
        var found = await matcher.FindAsync(article, cancellationToken);
        var summary = Summaries.FromArticle(article);
        var changes = await PartAndCommitAsync(
            found, (open, token) => clustering.PlaceInClusterAsync(open, summary, found.Matches, token), isFirst ? article.Id : null,
            cancellationToken);
        // Whoever came between the look and the commit, and tells that a match was none, cannot have seen this article committed; and
        // whoever comes after the second look does.
        if (found.LooseBand is { } band)
            changes = [.. changes, .. await PartAsync(article, band, cancellationToken)];
        var own = changes.LastOrDefault(change => change.Article.Id == article.Id)?.Article;
        return own ?? await ResumeAsync(article.Id, cancellationToken);
    }

    /// <summary>Looks again for copies of an article that stands already, and joins what it finds. Nothing happens to an article that is
    /// held.</summary>
    public async Task MatchAsync(Article article, CancellationToken cancellationToken)
    {
        if (Embargoes.IsHeld(article.Wire, time.GetUtcNow()))
            return;
        var found = await matcher.FindAsync(article, cancellationToken);
        if (found.Matches.Count > 0 || found.Separation.Apart.Count > 0)
            await PartAndCommitAsync(
                found, (open, token) => clustering.JoinClusterAsync(open, article.Id, found.Matches, token), null, cancellationToken);
    }

    /// <summary>Withdraws an article, or sees to it that one which has not come yet stays away.</summary>
    public async Task WithdrawAsync(ArticleSummary article, CancellationToken cancellationToken)
    {
        if (await CommitAsync((open, token) => clustering.WithdrawAsync(open, article, token), null, cancellationToken) is [])
            await ResumeAsync(article.Id, cancellationToken);
    }

    public async Task<bool> IsWithdrawnAsync(string articleId, CancellationToken cancellationToken) =>
        await catalog.GetEntryAsync(articleId, cancellationToken) is { Article.State: ArticleState.Withdrawn };

    /// <summary>Commits a decision, and with an editor's on a cluster the flags that it makes due. False where it does not apply.</summary>
    /// <param name="edit">The decision.</param>
    /// <param name="clusterId">The cluster whose members are to be flagged then, or <c>null</c>.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<bool> EditAsync(
        Func<ICatalogTransaction, CancellationToken, Task<bool>> edit, string? clusterId, CancellationToken cancellationToken)
    {
        var applies = false;
        var changes = await CommitAsync(
            async (open, token) =>
                (applies = await edit(open, token)) && clusterId is not null ? await Placement.FlagAsync(open, clusterId, token) : null,
            null,
            cancellationToken);
        // It may stand already, by a try that died before it listed what it committed.
        if (changes.Count == 0 && clusterId is not null)
            await followUp.FinishAllAsync(cancellationToken);
        return applies;
    }

    // It joins nothing: whoever came since has found this article.
    private async Task<IReadOnlyList<ArticleChange>> PartAsync(Article article, ulong band, CancellationToken cancellationToken)
    {
        var separation = await matcher.LookAgainAsync(article, band, cancellationToken);
        return separation.Apart.Count == 0 ? []
            : await CommitAsync((open, token) => parting.PartAsync(open, separation, token), null, cancellationToken);
    }

    // What only boilerplate brought together is parted first, in the same transaction.
    private Task<IReadOnlyList<ArticleChange>> PartAndCommitAsync(
        FoundMatches found, Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew,
        CancellationToken cancellationToken) => CommitAsync(
            async (open, token) =>
            {
                var unfinished = await parting.PartAsync(open, found.Separation, token);
                return await decide(open, token) ?? unfinished;
            },
            presumedNew,
            cancellationToken);

    private async Task<IReadOnlyList<ArticleChange>> CommitAsync(
        Func<ICatalogTransaction, CancellationToken, Task<string?>> decide, string? presumedNew, CancellationToken cancellationToken)
    {
        await SideBySide.MeetAsync(SharedStep.Commit);
        var commit = await catalog.CommitAsync(decide, presumedNew, cancellationToken);
        await followUp.FinishAsync(commit, cancellationToken);
        return commit.Changes;
    }

    private async Task<ArticleSummary> HoldAsync(Article article, CancellationToken cancellationToken)
    {
        var held = Summaries.FromArticle(article) with { State = ArticleState.Held, ClusterId = article.Id };
        // First, as a note for an article that is not held does nothing, and a held article without one would wait for ever.
        if (article.Wire?.Embargo?.Until is { } until)
        {
            await lists.HoldAsync(article.Id, until, cancellationToken);
            await reminders.RemindAsync(until, cancellationToken);
        }

        await catalog.CommitAsync((open, token) => HoldAsync(open, held, token), null, cancellationToken);
        return held;
    }

    // A revision under embargo does not take back what is public already.
    private static async Task<string?> HoldAsync(ICatalogTransaction open, ArticleSummary held, CancellationToken cancellationToken)
    {
        var standing = await open.GetEntryAsync(held.Id, cancellationToken);
        if (standing is null or { Article.State: ArticleState.Held } or { Expected: not null, Article.State: not ArticleState.Withdrawn })
            open.Put(new CatalogEntry(held, 0));
        return null;
    }

    // Committed by an earlier delivery, which may have died before it listed what it committed; so may any other commit have that
    // moved this article since, and the articles with it.
    private async Task<ArticleSummary> ResumeAsync(string articleId, CancellationToken cancellationToken)
    {
        await followUp.FinishAllAsync(cancellationToken);
        var standing = await catalog.GetEntryAsync(articleId, cancellationToken)
            ?? throw new InvalidOperationException($"Article {articleId} was committed but does not stand anywhere.");
        return standing.Article;
    }
}
