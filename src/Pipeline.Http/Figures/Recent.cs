using Pipeline.Articles;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Http.Figures;

/// <summary>The newest files of the ledger and lines of the log: what figures are made of, at a cost that does not grow with the store.</summary>
internal sealed class Recent(LedgerStore ledger, CatalogStore catalog)
{
    private const int Most = 1_000;
    private const int Page = 500;

    public async Task<IReadOnlyList<FileRecord>> FilesAsync(CancellationToken cancellationToken)
    {
        var first = await ledger.FilesAsync(new FileQuery { Limit = Page }, cancellationToken);
        if (first.Next is null)
            return first.Items;
        var second = await ledger.FilesAsync(new FileQuery { Limit = Page, After = first.Next }, cancellationToken);
        return [.. first.Items, .. second.Items];
    }

    /// <summary>The log's last lines, oldest first.</summary>
    public async Task<IReadOnlyList<ArticleChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        var head = await catalog.HeadAsync(cancellationToken);
        return await catalog.ChangesAsync(Math.Max(0, head - Most), Most, cancellationToken);
    }
}
