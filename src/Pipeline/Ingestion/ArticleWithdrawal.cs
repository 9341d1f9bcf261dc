using Pipeline.Articles;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;
using Pipeline.Parsing.Files;

namespace Pipeline.Ingestion;

/// <summary>
/// Takes back what its publisher withdraws. A withdrawal counts for the articles of its own source, also before they come, and for
/// those of others only where a setting (<see cref="IngestionSettings.MayWithdraw"/>) names the source.
/// </summary>
public sealed class ArticleWithdrawal(
    IClaimStore claims, IArticleStore articles, Publication publication, IngestionSettings settings, TimeProvider time)
{
    /// <summary>Withdraws what the entry names, and returns the entry's fate.</summary>
    public async Task<EntryFate> WithdrawAsync(EntryMessage message, Article article, CancellationToken cancellationToken)
    {
        var wire = message.Entry.Wire!;
        var refused = new List<string>();
        foreach (var id in wire.Kills)
        {
            var target = await FindAsync(ListNames(id, new WireFacts(), null, message.Source), id, message.Origin, cancellationToken);
            if (target.IsForeign)
                refused.Add(id);
            else
                await publication.WithdrawAsync(Absent(target, message.Source, null), cancellationToken);
        }

        if (wire.Status == WireStatus.Canceled)
            return await CancelAsync(message, article, cancellationToken);
        if (refused.Count == wire.Kills.Count)
            return message.FateOf(Fate.Rejected, $"it withdraws {string.Join(", ", refused)}, which {Refusal}", null);
        var others = refused.Count > 0 ? $"; not its own: {string.Join(", ", refused)}" : "";
        return message.FateOf(Fate.Withdrawn, $"it withdraws {string.Join(", ", wire.Kills.Except(refused))}{others}", null);
    }

    private const string Refusal = "another source brought: only that one, or a source that the setting MayWithdraw names, can withdraw it";

    private async Task<EntryFate> CancelAsync(EntryMessage message, Article article, CancellationToken cancellationToken)
    {
        var version = article.Wire!.Version;
        var address = ClaimKey.AddressOf(article);
        var names = article.SourceId is { } id ? ListNames(id, article.Wire, address, message.Source) : [ClaimKey.Url(address ?? "")];
        var target = await FindAsync(names, article.SourceId, message.Origin, cancellationToken);
        if (target.IsForeign)
            return message.FateOf(Fate.Rejected, $"it withdraws an article that {Refusal}", target.ArticleId);
        if (target.Known?.Article.Wire is { } stored && stored.Version > version)
            return message.FateOf(Fate.Unchanged, "a later version is stored", target.ArticleId);
        if (target.Known is { } known && WasChangedAfter(known.Article, article.Updated))
            return message.FateOf(Fate.Unchanged, "the article was updated after it was deleted", target.ArticleId);
        await publication.WithdrawAsync(Absent(target, message.Source, version) with { Updated = article.Updated }, cancellationToken);
        return message.FateOf(Fate.Withdrawn, "its publisher cancelled it", target.ArticleId);
    }

    // The tombstone of a feed counts for what was not updated since (RFC 6721); wire items have versions for that.
    private static bool WasChangedAfter(Article known, DateTimeOffset? deleted) =>
        known.Wire is null && (known.Updated ?? known.Published) > deleted;

    private ArticleSummary Absent(ResolvedIdentity target, string source, int? version) =>
        Summaries.Absent(target.ArticleId, source, version, time.GetUtcNow());

    private static IReadOnlyList<string> ListNames(string id, WireFacts wire, string? address, string source)
    {
        var item = WireItem.FromId(id, wire.Version).Id;
        string?[] names =
        [
            EntryKeys.Local(id, source), ClaimKey.Global(id), ClaimKey.Global(item), EntryKeys.Local(item, source),
            address is null ? null : ClaimKey.Url(address),
        ];
        return [.. names.OfType<string>().Distinct()];
    }

    private async Task<ResolvedIdentity> FindAsync(
        IReadOnlyList<string> names, string? id, EntryOrigin origin, CancellationToken cancellationToken)
    {
        var source = DroppedFile.SourceOf(origin.Path);
        var absent = new Claim(ProposedId.ForAbsent(names[0], source), null, origin);
        var (foreign, waiting) = ((ResolvedIdentity?)null, new List<string>());
        foreach (var name in names)
        {
            if (await claims.FindAsync(name, cancellationToken) is not { } held
                || await IdentifyAsync(name, held, id, source, cancellationToken) is not { } found)
                continue;
            // The article may have come under another name, and the withdrawal may have been broken off before it saw that.
            if (found.Known is null && found.ArticleId == absent.ArticleId)
                waiting.Add(name);
            else if (!found.IsForeign)
                return await JoinAsync(waiting, absent, found, cancellationToken);
            else
                foreign ??= found;
        }

        return waiting.Count == 0 && foreign is not null ? foreign : await ClaimAsync(names, absent, id, source, cancellationToken);
    }

    // Null where the name tells nothing: entries share it, it is another item's page, or nothing of another source has come under it.
    private async Task<ResolvedIdentity?> IdentifyAsync(
        string name, Claim held, string? id, string source, CancellationToken cancellationToken)
    {
        if (held.IsShared)
            return null;
        var known = await articles.FindAsync(held.ArticleId, cancellationToken);
        if (known is not null && IsAnotherItem(known.Article, id, name))
            return null;
        var owner = known?.Article.Source ?? DroppedFile.SourceOf(held.Origin.Path);
        var isForeign = owner != source && !settings.MayWithdraw.Contains(source);
        return isForeign && known is null ? null : new ResolvedIdentity(held.ArticleId, known) { Key = name, IsForeign = isForeign };
    }

    // Two items of one wire may share a page; what is withdrawn is the item, not all that the page ever had.
    private static bool IsAnotherItem(Article known, string? id, string name) =>
        name.StartsWith(ClaimKey.Url(""), StringComparison.Ordinal) && known.Wire is not null && id is not null
        && WireItem.FromArticle(known) is { } item && item.Id != WireItem.FromId(id, item.Version).Id && known.SourceId != id;

    // What has not come yet is kept away from this source alone: another that brings it takes the claim over. It may come in this very
    // moment: whoever claims a name first says which article it is.
    private async Task<ResolvedIdentity> ClaimAsync(
        IReadOnlyList<string> names, Claim absent, string? id, string source, CancellationToken cancellationToken)
    {
        var claimed = new List<string>();
        foreach (var name in names)
        {
            var (held, isNew) = await claims.ClaimAsync(name, absent, cancellationToken);
            if (isNew || held.ArticleId == absent.ArticleId)
                claimed.Add(name);
            else if (await IdentifyAsync(name, held, id, source, cancellationToken) is { IsForeign: false } found)
                return await JoinAsync(claimed, absent, found, cancellationToken);
        }

        return new ResolvedIdentity(absent.ArticleId, null) { Key = names[0] };
    }

    // What waited under these names has come under another.
    private async Task<ResolvedIdentity> JoinAsync(
        IReadOnlyList<string> names, Claim absent, ResolvedIdentity found, CancellationToken cancellationToken)
    {
        foreach (var name in names)
            await claims.ReplaceAsync(name, absent with { ArticleId = found.ArticleId }, cancellationToken);
        return found;
    }
}
