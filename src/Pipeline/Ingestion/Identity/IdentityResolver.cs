using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Parsing.Files;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// Works out which article an entry is. A claim that another article holds counts only where the two can be the same article:
/// some publishers give every item one guid, some reuse one URL every day, and a source may name another's address.
/// </summary>
public sealed class IdentityResolver(IClaimStore claims, IArticleStore articles, ICatalogStore catalog, TrustedSources trusted)
{
    /// <summary>Claims what names the entry, and finds the article that it is.</summary>
    /// <param name="entry">As published.</param>
    /// <param name="article">As enriched; its id is not looked at.</param>
    /// <param name="shared">The entry's keys that other entries of its file have too.</param>
    /// <param name="refused">The answer before, where it named a new article and the store had one with that id already.</param>
    /// <param name="cancellationToken">Stops between two claims.</param>
    public async Task<ResolvedIdentity> ResolveAsync(
        Entry entry, Article article, IReadOnlyList<string> shared, ResolvedIdentity? refused, CancellationToken cancellationToken)
    {
        var keys = EntryKeys.Unshared(entry, article.Source, shared);
        var claim = new Claim(ProposedId.ForArticle(article, keys[0].Value), EntryHash.ForEntry(entry, article.Source), article.Origin);
        var own = await FindOwnAsync(keys, claim, article, refused, cancellationToken);
        var identity = own;
        foreach (var names in ListCommonNames(entry, article, shared))
        {
            if (identity.Known is null)
                identity = await JoinAsync(identity, names, claim, article, cancellationToken);
        }

        // Where every claim is new nobody can have known the article, nor erased it.
        if (identity.Known is null && identity.NewClaims.Count < identity.Claims.Count
            && await claims.FindAsync(ClaimKey.Erased(identity.ArticleId), cancellationToken) is not null)
            return identity with { IsErased = true };
        if (identity.ArticleId != own.ArticleId)
            await RememberAsync(entry, article, identity, cancellationToken);
        return identity;
    }

    /// <summary>Remembers the entry as it was read last, so that the parse stage recognises it.</summary>
    public async Task RememberAsync(Entry entry, Article article, ResolvedIdentity identity, CancellationToken cancellationToken)
    {
        var claim = new Claim(identity.ArticleId, EntryHash.ForEntry(entry, article.Source), article.Origin);
        // What all sources know the article by stays in its owner's words.
        var isGuest = identity.Known is { } known && !Ownership.IsOwner(known.Article, article.Source);
        var key = isGuest && EntryKeys.IsGlobal(identity.Key) && entry.SourceId is { } id ? EntryKeys.Local(id, article.Source)
            : identity.Key;
        await claims.ReplaceAsync(key, claim, cancellationToken);
    }

    /// <summary>Gives up names that were made for one reading only, as some aggregators make them anew at each fetch.</summary>
    public async Task ReleaseAsync(ResolvedIdentity identity, CancellationToken cancellationToken)
    {
        foreach (var key in identity.NewClaims)
            await claims.RemoveAsync(key, identity.ArticleId, cancellationToken);
    }

    // What others know the article by too: the id of a wire item without its version, and the address.
    private static IEnumerable<IReadOnlyList<EntryKey>> ListCommonNames(Entry entry, Article article, IReadOnlyList<string> shared)
    {
        foreach (var versions in EntryKeys.ForVersions(entry, article.Source))
            yield return [.. versions.Where(key => !shared.Contains(key.Value))];
        var isShared = EntryKeys.Address(entry) is { } stated && shared.Contains(EntryKeys.Local(stated, article.Source));
        if (!isShared && ClaimKey.AddressOf(article) is { } url && EntryKeys.IsName(url))
            yield return [new EntryKey(ClaimKey.Url(url), EntryKeyKind.Address)];
    }

    private async Task<ResolvedIdentity> FindOwnAsync(
        IReadOnlyList<EntryKey> keys, Claim claim, Article article, ResolvedIdentity? refused, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            // Whatever else once claimed the words, an entry that says them is known by them.
            if (await FindAsync(key, claim, article, key == keys[^1], refused, cancellationToken) is { } found)
                return found.Key.Length > 0 ? found : found with { Key = keys[^1].Value };
        }

        throw new InvalidOperationException("The last key always finds an article.");
    }

    private async Task<ResolvedIdentity> JoinAsync(
        ResolvedIdentity own, IReadOnlyList<EntryKey> names, Claim claim, Article article, CancellationToken cancellationToken)
    {
        foreach (var name in names)
        {
            if (await FindAsync(name, claim with { ArticleId = own.ArticleId }, article, isLast: false, refused: null, cancellationToken)
                is { } found)
                return found
                    with
                { Key = own.Key, Claims = [.. own.Claims, .. found.Claims], NewClaims = [.. own.NewClaims, .. found.NewClaims] };
        }

        return own;
    }

    // Null where the key names another article, or none. Reads nothing where the claim is new: most entries are new articles.
    private async Task<ResolvedIdentity?> FindAsync(
        EntryKey key, Claim claim, Article article, bool isLast, ResolvedIdentity? refused, CancellationToken cancellationToken)
    {
        var outcome = await claims.ClaimAsync(key.Value, claim, cancellationToken);
        if (outcome.IsNew)
            return Identify(claim.ArticleId, null, key) with { NewClaims = [key.Value] };
        var held = outcome.Claim;
        var known = held.ArticleId.Length == 0 ? null : await articles.FindAsync(held.ArticleId, cancellationToken);
        if (held.IsShared)
            return known is not null && ArticleIdentity.SayTheSame(known.Article, article)
                ? new ResolvedIdentity(held.ArticleId, known) { Key = "" } : null;
        if (known is null)
            return await ClaimAbsentAsync(key, held, claim, article, cancellationToken);
        var isRefused = refused is { Known: null } && refused.ArticleId == held.ArticleId && known.Article.Origin != article.Origin;
        if (isRefused && refused!.NewClaims.Contains(key.Value))
            return await FindByWordsAsync(key, known, claim, article, refused, cancellationToken);
        if (ArticleIdentity.AreSame(known.Article, article, key.Kind))
            return Identify(held.ArticleId, known, key);
        return isLast ? await ClaimOwnAsync(key, known, claim, cancellationToken) : null;
    }

    // Claimed, and not stored: by an entry that is on its way, or by a withdrawal that waits for its article.
    private async Task<ResolvedIdentity> ClaimAbsentAsync(
        EntryKey key, Claim held, Claim claim, Article article, CancellationToken cancellationToken)
    {
        if (Counts(held, article.Source) || !await IsWithdrawnAsync(held.ArticleId, cancellationToken))
            return Identify(held.ArticleId, null, key);
        await claims.ReplaceAsync(key.Value, claim, cancellationToken);
        return Identify(claim.ArticleId, null, key);
    }

    // The entry's names were new, and an article of its source has its words already: under other names, or before they were changed.
    private async Task<ResolvedIdentity> FindByWordsAsync(
        EntryKey key, StoredArticle known, Claim claim, Article article, ResolvedIdentity refused, CancellationToken cancellationToken)
    {
        if (!ArticleIdentity.SayTheSame(known.Article, article) || await IsWithdrawnAsync(known.Article.Id, cancellationToken))
            return await ClaimOwnAsync(key, known, claim, cancellationToken);
        // A key of the words themselves is kept: the next reading has it too.
        return Identify(known.Article.Id, known, key) with
        {
            NewClaims = refused.NewClaims,
            IsByWords = key.Kind is EntryKeyKind.Id or EntryKeyKind.Address,
        };
    }

    private async Task<ResolvedIdentity> ClaimOwnAsync(EntryKey key, StoredArticle other, Claim claim, CancellationToken cancellationToken)
    {
        var own = StableHash.Id(other.Article.Id, key.Value);
        await claims.ReplaceAsync(key.Value, claim with { ArticleId = own }, cancellationToken);
        return Identify(own, await articles.FindAsync(own, cancellationToken), key);
    }

    private static ResolvedIdentity Identify(string articleId, StoredArticle? known, EntryKey key) =>
        new(articleId, known) { Key = key.Value, Claims = [key.Value] };

    private async Task<bool> IsWithdrawnAsync(string articleId, CancellationToken cancellationToken) =>
        await catalog.GetEntryAsync(articleId, cancellationToken) is { Article.State: ArticleState.Withdrawn };

    private bool Counts(Claim held, string source) =>
        DroppedFile.SourceOf(held.Origin.Path) is var holder && (holder == source || trusted.MayWithdraw.Contains(holder));
}
