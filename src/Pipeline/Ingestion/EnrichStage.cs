using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Enrichment;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>
/// The second stage: an entry becomes an article, finds out which one it is and what its text is a copy of, and is published.
/// It ends with the entry's one fate. Any step may be repeated.
/// </summary>
public sealed class EnrichStage(
    ArticleEnricher enricher, IdentityResolver identities, Matcher matcher, Publication publication, IArticleStore articles,
    ILedgerStore ledger, TimeProvider time, ILogger<EnrichStage> log)
{
    // Each attempt loses to another writer of the same article; so many writers of one there cannot be.
    private const int MaxAttempts = 100;

    /// <summary>Enriches, deduplicates and publishes the entry, and records its fate. Throws where a store is out of reach, for the host to
    /// retry.</summary>
    public async Task<EntryFate> EnrichAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        using var activity = PipelineTelemetry.StartActivity("enrich", message.TraceParent);
        // A sender's clock may have been ahead, and a time to come would keep the article at the top of every list.
        if (time.GetUtcNow() is var now && message.ReceivedAt > now)
            message = message with { ReceivedAt = now };
        var started = time.GetTimestamp();
        var fate = await DecideAsync(message, cancellationToken);
        await ledger.RecordFateAsync(fate, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        PipelineTelemetry.RecordEnriched(fate, elapsed, time.GetUtcNow() - message.ReceivedAt);
        var origin = message.Origin;
        log.EntryEnriched(origin.Index, origin.Path, origin.FileVersion, fate.Fate, fate.ArticleId, fate.Reason, elapsed.TotalMilliseconds);
        activity?.SetTag("pipeline.fate", fate.Fate.ToString());
        return fate;
    }

    /// <summary>Records that the entry failed for good, with what went wrong; a replay can take it up again.</summary>
    public async Task FailAsync(EntryMessage message, string error, CancellationToken cancellationToken)
    {
        var fate = FateOf(message, Fate.Failed, error, null);
        await ledger.RecordFateAsync(fate, cancellationToken);
        PipelineTelemetry.CountFate(fate);
        log.EntryFailed(message.Origin.Index, message.Origin.Path, message.Origin.FileVersion, error);
    }

    private EntryFate FateOf(EntryMessage message, Fate fate, string? reason, string? articleId) =>
        new(message.Origin, fate, reason, articleId,
            message.Entry.Title) { IsRestricted = Embargoes.IsHeld(message.Entry.Wire, time.GetUtcNow()) };

    private async Task<EntryFate> DecideAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        var article = enricher.Enrich(message.Entry, message.Origin, message.Source, message.ReceivedAt);
        if (RejectionReason.For(message.Entry, article) is { } reason)
            return FateOf(message, Fate.Rejected, reason, null);
        if (message.Entry.Wire is { Kills.Count: > 0 } or { Status: WireStatus.Canceled })
            return await WithdrawAsync(message, article, cancellationToken);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var identity = await identities.ResolveAsync(message.Entry, article, cancellationToken);
            if (await StoreAsync(message, article with { Id = identity.ArticleId }, identity.Known, cancellationToken) is { } fate)
                return fate;
        }

        throw new InvalidOperationException(
            $"Entry {message.Origin.Index} of {message.Origin.Path} could not be stored in {MaxAttempts} attempts.");
    }

    // Null where another writer stored a revision first: the identity has to be looked at again.
    private async Task<EntryFate?> StoreAsync(
        EntryMessage message, Article article, StoredArticle? known, CancellationToken cancellationToken)
    {
        var revision = Revisions.Decide(known?.Article, article);
        if (revision is Revisions.None && article.Wire?.Version > known?.Article.Wire?.Version
            && await publication.IsWithdrawnAsync(article.Id, cancellationToken))
            revision = Revisions.BroughtBack(known.Article, article);
        switch (revision)
        {
            case Revisions.None none:
                await identities.RememberAsync(message.Entry, article, cancellationToken);
                return FateOf(message, Fate.Unchanged, none.Reason, article.Id);
            case Revisions.Next next when !await SaveAsync(message, next.Article, known, cancellationToken):
                return null;
            case Revisions.Next { Article.Revision: > 1 } next:
                await matcher.ForgetAsync(known!.Article, next.Article, cancellationToken);
                await identities.RememberAsync(message.Entry, article, cancellationToken);
                return await PublishAsync(message, next.Article, isFirst: false, cancellationToken);
            case Revisions.Next next:
                return await PublishAsync(message, next.Article, isFirst: true, cancellationToken);
            case Revisions.Again again:
                return await PublishAsync(message, again.Article, isFirst: false, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    private Task<bool> SaveAsync(EntryMessage message, Article article, StoredArticle? known, CancellationToken cancellationToken) =>
        articles.TrySaveAsync(article, [.. ClaimKey.ForEntry(message.Entry, article)], known, cancellationToken);

    private async Task<EntryFate> PublishAsync(EntryMessage message, Article article, bool isFirst, CancellationToken cancellationToken)
    {
        var placed = await publication.PublishAsync(article, isFirst, cancellationToken);
        return (placed.State, article.Revision) switch
        {
            (ArticleState.Withdrawn, _) => FateOf(message, Fate.Withdrawn, "it was withdrawn before it came", article.Id),
            (ArticleState.Held, _) => FateOf(message, article.Revision > 1 ? Fate.Revised : Fate.Stored, Held(article.Wire), article.Id),
            (_, > 1) => FateOf(message, Fate.Revised, null, article.Id),
            (ArticleState.Duplicate, _) => FateOf(message, Fate.Duplicate, $"its text is in cluster {placed.ClusterId}", article.Id),
            _ => FateOf(message, Fate.Stored, null, article.Id),
        };
    }

    private static string Held(WireFacts? wire) => wire?.Embargo switch
    {
        { Until: { } until } => $"held until its embargo ends at {until:u}",
        { Until: null } => "held: its embargo names no end that can be read",
        null => "held: its publisher withholds it",
    };

    private async Task<EntryFate> WithdrawAsync(EntryMessage message, Article article, CancellationToken cancellationToken)
    {
        var wire = message.Entry.Wire!;
        foreach (var id in wire.Kills)
            await WithdrawAsync(
                await identities.FindByGlobalIdAsync(id, message.Origin, cancellationToken), message.Source, null, cancellationToken);
        var own = await identities.ResolveAsync(message.Entry, article, cancellationToken);
        if (wire.Status != WireStatus.Canceled)
            return FateOf(message, Fate.Withdrawn, $"it withdraws {string.Join(", ", wire.Kills)}", null);
        if (own.Known?.Article.Wire is { } stored && stored.Version > wire.Version)
            return FateOf(message, Fate.Unchanged, "a later version is stored", own.ArticleId);
        await WithdrawAsync(own.ArticleId, message.Source, wire.Version, cancellationToken);
        return FateOf(message, Fate.Withdrawn, "its publisher cancelled it", own.ArticleId);
    }

    private Task WithdrawAsync(string articleId, string source, int? version, CancellationToken cancellationToken) =>
        publication.WithdrawAsync(Summaries.Absent(articleId, source, version, time.GetUtcNow()), cancellationToken);
}
