using Pipeline.Ingestion;
using Pipeline.Ingestion.Identity;

namespace Pipeline.Maintenance;

/// <summary>Publishes held articles whose time has come.</summary>
public sealed class EmbargoRelease
{
    private readonly IListStore lists;
    private readonly IArticleStore articles;
    private readonly Publication publication;
    private readonly TimeProvider time;

    internal EmbargoRelease(IListStore lists, IArticleStore articles, Publication publication, TimeProvider time)
    {
        this.lists = lists;
        this.articles = articles;
        this.publication = publication;
        this.time = time;
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
        }

        return due.Count;
    }
}
