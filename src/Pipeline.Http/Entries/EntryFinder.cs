using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Storage.Ledger;

namespace Pipeline.Http.Entries;

/// <summary>Finds what became of an article that a person has the address or the publisher's id of.</summary>
internal sealed class EntryFinder(ArticleLookup lookup, IArticleStore articles, LedgerStore ledger)
{
    /// <summary>Who claimed the address or else the id; <c>null</c> where nobody did.</summary>
    public Task<Claim?> FindClaimAsync(string? url, string? source, string? sourceId, CancellationToken cancellationToken) =>
        url is not null ? lookup.FindByUrlAsync(url, cancellationToken)
        : lookup.FindBySourceIdAsync(source, sourceId!, cancellationToken);

    /// <summary>The files that brought the article's revisions, the one that brought it last, and the one that last brought what was
    /// rejected or failed under the name, each with the fate of its entry, newest first.</summary>
    public async Task<IReadOnlyList<(FileRecord File, EntryFate? Fate)>> FindAsync(
        string? url, string? source, string? sourceId, CancellationToken cancellationToken)
    {
        var name = url is not null ? ArticleLookup.NameUrl(url) : ArticleLookup.NameSourceId(source, sourceId!);
        var origins = await ListOriginsAsync(await FindClaimAsync(url, source, sourceId, cancellationToken), cancellationToken);
        if (name is not null && await ledger.FindNamedAsync(name, cancellationToken) is { } named)
            origins = origins.Append(named);
        var found = new List<(FileRecord File, EntryFate? Fate)>();
        foreach (var origin in origins.Where(origin => origin.Path.Length > 0).Distinct())
        {
            if (await ledger.FindVersionAsync(origin.Path, origin.FileVersion, cancellationToken) is { } file)
                found.Add((file, await ledger.FindAnyFateAsync(origin, cancellationToken)));
        }

        return [.. found.OrderByDescending(entry => entry.File.ReceivedAt)];
    }

    private async Task<IEnumerable<EntryOrigin>> ListOriginsAsync(Claim? claim, CancellationToken cancellationToken)
    {
        if (claim is null)
            return [];
        var history = await articles.GetHistoryAsync(claim.ArticleId, cancellationToken);
        return (history?.Revisions ?? []).Select(revision => revision.Origin).Prepend(claim.Origin);
    }
}
