using Microsoft.Extensions.Logging;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Maintenance;

/// <summary>Publishes held articles whose time has come.</summary>
public sealed class EmbargoRelease(
    IListStore lists, IArticleStore articles, Publication publication, TimeProvider time, ILogger<EmbargoRelease> log)
{
    /// <summary>Releases everything that is due.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancellationToken)
    {
        while (await ReleaseAsync(cancellationToken) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Releases what is due, at most 100 articles a call. Returns how many.</summary>
    public async Task<int> ReleaseAsync(CancellationToken cancellationToken)
    {
        var due = await lists.ListDueAsync(time.GetUtcNow(), cancellationToken);
        foreach (var held in due)
        {
            if (await articles.FindAsync(held.ArticleId, cancellationToken) is { } stored)
                await publication.PublishAsync(stored.Article, isFirst: false, cancellationToken);
            await lists.ReleaseAsync(held, cancellationToken);
            log.EmbargoReleased(held.ArticleId, held.Until);
        }

        return due.Count;
    }
}
