using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;

namespace Pipeline.Erasure;

/// <summary>
/// Erases an article for good: its revisions, bands, places in lists, lines of the log and titles in the ledger, and the dropped files
/// where
/// that is asked for. What stays is a notice with its id and source, for those who poll, and the hashes of its id and address, by which it
/// is recognised and kept away when its file comes again. Any step may be repeated.
/// </summary>
public sealed class Eraser(
    ICatalogStore catalog,
    IArticleStore articles,
    IListStore lists,
    IClaimStore claims,
    ILedgerStore ledger,
    IFileStore files,
    Matcher matcher,
    Publication publication,
    ClusterErasure clusters,
    TimeProvider time,
    ILogger<Eraser> log)
{
    /// <summary>Erases the article. False where there is none with this id, or where it was erased before.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="withFiles">Whether the files that it came in go too, with whatever else is in them.</param>
    /// <param name="cancellationToken">Stops between two steps; a second call goes on from there.</param>
    public async Task<bool> EraseAsync(string articleId, bool withFiles, CancellationToken cancellationToken)
    {
        var history = await articles.GetHistoryAsync(articleId, cancellationToken);
        var standing = await catalog.GetEntryAsync(articleId, cancellationToken);
        var known = history?.Revisions.Count > 0 ? Summaries.FromArticle(history.Revisions[0]) : standing?.Article;
        if (known is null || (history is null && standing?.Article is { State: ArticleState.Withdrawn, Title: "" }))
            return false;
        var place = standing?.Article ?? known;
        var notice = Summaries.Absent(articleId, known.Source, known.WireVersion, place.ListedAt) with { State = ArticleState.Withdrawn };
        // First: what comes from now on stays away.
        await claims.ReplaceAsync(ClaimKey.Erased(articleId), new Claim(articleId, null, new EntryOrigin("", "", 0)), cancellationToken);
        await publication.EditAsync((open, token) => clusters.EraseAsync(open, articleId, notice, token), null, cancellationToken);
        await UnlistAsync(notice, cancellationToken);
        await catalog.StripChangesAsync(notice, cancellationToken);
        await EraseHistoryAsync(history, known.Source, withFiles, cancellationToken);
        return true;
    }

    private async Task UnlistAsync(ArticleSummary notice, CancellationToken cancellationToken)
    {
        var sequence = (await catalog.GetEntryAsync(notice.Id, cancellationToken))?.Sequence ?? 0;
        await lists.RemoveAsync(new ArticleChange(sequence, ChangeKind.Withdrawn, time.GetUtcNow(), notice), cancellationToken);
    }

    // Recognised by its hash as unchanged, the entry would get its title into the ledger again.
    private async Task ForgetEntryAsync(string key, string articleId, CancellationToken cancellationToken)
    {
        if (await claims.FindAsync(key, cancellationToken) is { } claim && claim.ArticleId == articleId)
            await claims.ReplaceAsync(key, claim with { EntryHash = null }, cancellationToken);
    }

    // The article's own rows go last: they carry what it takes to find the others.
    private async Task EraseHistoryAsync(ArticleHistory? history, string source, bool withFiles, CancellationToken cancellationToken)
    {
        if (history is null)
            return;
        foreach (var key in history.Claims)
            await ForgetEntryAsync(key, history.Id, cancellationToken);
        foreach (var revision in history.Revisions)
            await matcher.ForgetAsync(revision, null, cancellationToken);
        var paths = history.Revisions.Select(revision => revision.Origin.Path).Distinct(StringComparer.Ordinal).ToList();
        await ledger.EraseTitlesAsync(
            history.Id, [.. paths.Select(path => path.Split('/')[0]).Append(source).Distinct()], cancellationToken);
        if (withFiles)
        {
            foreach (var path in paths)
                await files.DeleteAsync(path.Split("!/")[0], cancellationToken);
        }

        await articles.DeleteAsync(history, cancellationToken);
        log.Erased(history.Id, history.Revisions.Count, withFiles ? paths.Count : 0);
    }
}
