using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// Works out which article an entry is. A claim that another article holds counts only where the two can be the same article:
/// some publishers give every item one guid, and some reuse one URL every day.
/// </summary>
public sealed class IdentityResolver(IClaimStore claims, IArticleStore articles)
{
    public async Task<ResolvedIdentity> ResolveAsync(Entry entry, Article article, CancellationToken cancellationToken)
    {
        var proposed = Propose(entry, article);
        var identity = await FindAsync(entry, article, proposed, cancellationToken);
        if (identity.ArticleId != proposed)
            await RememberAsync(entry, article with { Id = identity.ArticleId }, cancellationToken);
        return identity;
    }

    /// <summary>The article that a wire id names, whether or not it has come yet.</summary>
    public async Task<string> FindByGlobalIdAsync(string globalId, EntryOrigin origin, CancellationToken cancellationToken)
    {
        var key = ClaimKey.Global(globalId);
        var outcome = await claims.ClaimAsync(key, new Claim(StableHash.Id(key), null, origin), cancellationToken);
        return outcome.Claim.ArticleId;
    }

    /// <summary>Remembers the entry as it was read last, so that the parse stage recognises it.</summary>
    public async Task RememberAsync(Entry entry, Article article, CancellationToken cancellationToken)
    {
        if (ClaimKey.SourceId(entry, article.Source) is { } key)
            await claims.ReplaceAsync(
                key, new Claim(article.Id, EntryHash.ForEntry(entry, article.Source), article.Origin), cancellationToken);
    }

    // Reads nothing where every claim is new: most entries are new articles, and this is what they cost.
    private async Task<ResolvedIdentity> FindAsync(Entry entry, Article article, string proposed, CancellationToken cancellationToken)
    {
        var keys = ClaimKey.ForEntry(entry, article).ToList();
        // What has neither id nor address is known by its words alone, and nobody else can claim those.
        if (keys.Count == 0)
            return new ResolvedIdentity(proposed, await articles.FindAsync(proposed, cancellationToken));
        var claim = new Claim(proposed, EntryHash.ForEntry(entry, article.Source), article.Origin);
        var isNew = true;
        foreach (var key in keys)
        {
            var outcome = await claims.ClaimAsync(key, claim, cancellationToken);
            if (outcome.IsNew)
                continue;
            isNew = false;
            var holder = outcome.Claim.ArticleId;
            var known = await articles.FindAsync(holder, cancellationToken);
            if (known is null || ArticleIdentity.AreSame(known.Article, article))
                return new ResolvedIdentity(holder, known);
        }

        return isNew ? new ResolvedIdentity(proposed, null) : await DisambiguateAsync(entry, article, proposed, cancellationToken);
    }

    // The address names an article whatever format it comes in, so that it gives the same id to an RSS item and to its page.
    private static string Propose(Entry entry, Article article) =>
        article.Url is { } url ? StableHash.Id(ClaimKey.Url(url))
        : ClaimKey.SourceId(entry, article.Source) is { } key ? StableHash.Id(key)
        : StableHash.Id(article.Source, article.Title, article.Text);

    // Claims that proved to be shared by different articles do not name one: id, address and day together do.
    private async Task<ResolvedIdentity> DisambiguateAsync(
        Entry entry, Article article, string proposed, CancellationToken cancellationToken)
    {
        var known = await articles.FindAsync(proposed, cancellationToken);
        if (known is null || ArticleIdentity.AreSame(known.Article, article))
            return new ResolvedIdentity(proposed, known);
        var own = StableHash.Id(ClaimKey.SourceId(entry, article.Source) ?? "", article.Url
            ?? "", article.Published?.ToString("yyyyMMdd", null) ?? "", article.Title);
        return new ResolvedIdentity(own, await articles.FindAsync(own, cancellationToken));
    }
}
