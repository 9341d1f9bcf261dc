using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Ingestion.Identity;
using Pipeline.Ledger;

namespace Pipeline.Ingestion;

/// <summary>
/// The second stage: an entry becomes an article, finds out which one it is and what its text is a copy of, and is published.
/// It ends with the entry's one fate. Any step may be repeated.
/// </summary>
public sealed class EnrichStage(
    ArticleEnricher enricher, IdentityResolver identities, ArticleWithdrawal withdrawal, Matcher matcher, Publication publication,
    IArticleStore articles, ILedgerStore ledger, SourceRevisions revisions, TimeProvider time, ILogger<EnrichStage> log)
{
    // Each attempt loses to another writer of the same article; so many writers of one there cannot be.
    private const int MaxAttempts = 100;

    /// <summary>Enriches, deduplicates and publishes the entry, and records its fate. Throws where a store is out of reach, for the host to
    /// retry.</summary>
    public Task<EntryFate> EnrichAsync(EntryMessage message, CancellationToken cancellationToken) =>
        PipelineTelemetry.TraceAsync("enrich", message.TraceParent, activity => EnrichAsync(message, activity, cancellationToken));

    /// <summary>Records that the entry failed for good, with what went wrong; a replay can take it up again.</summary>
    public async Task FailAsync(EntryMessage message, string error, CancellationToken cancellationToken)
    {
        var fate = message.FateOf(Fate.Failed, error, null);
        await RecordAsync(message, fate, cancellationToken);
        PipelineTelemetry.CountFate(fate);
        log.EntryFailed(message.Origin.Index, message.Origin.Path, message.Origin.FileVersion, error);
    }

    // What becomes an article is found by its claims. The names come first: once the fate stands, nobody comes back to the entry.
    private async Task RecordAsync(EntryMessage message, EntryFate fate, CancellationToken cancellationToken)
    {
        if (fate.Fate is Fate.Rejected or Fate.Failed)
            await ledger.RecordNamesAsync(EntryKeys.ForLookup(message.Entry, message.Source), fate.Origin, cancellationToken);
        await ledger.RecordFateAsync(fate, cancellationToken);
    }

    private Article Read(EntryMessage message)
    {
        var article = WireItem.ReadVersion(enricher.Enrich(message.Entry, message.Origin, message.Source, message.ReceivedAt));
        return message.Entry is { ContentHtml: null, SummaryHtml: not null } ? article.WithProvenance(TextView.Fact, TextView.Summary)
            : article;
    }

    private async Task<EntryFate> EnrichAsync(EntryMessage message, Activity? activity, CancellationToken cancellationToken)
    {
        activity.TagEntry(message.Origin);
        // A sender's clock may have been ahead, and a time to come would keep the article at the top of every list.
        if (time.GetUtcNow() is var now && message.ReceivedAt > now)
            message = message with { ReceivedAt = now };
        var started = time.GetTimestamp();
        var fate = await CompareAsync(message, time.GetUtcNow(), cancellationToken);
        await SideBySide.MeetAsync(SharedStep.Fate);
        await RecordAsync(message, fate, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        PipelineTelemetry.RecordEnriched(fate, elapsed, time.GetUtcNow() - message.ReceivedAt);
        var origin = message.Origin;
        log.EntryEnriched(origin.Index, origin.Path, origin.FileVersion, fate.Fate, fate.ArticleId, fate.Reason, elapsed.TotalMilliseconds);
        activity.TagFate(fate);
        return fate;
    }

    private async Task<EntryFate> CompareAsync(EntryMessage message, DateTimeOffset comparedAt, CancellationToken cancellationToken)
    {
        var fate = await DecideOrRejectAsync(message, cancellationToken);
        if (fate.Fate is Fate.Revised or Fate.Withdrawn)
            await revisions.RecordAsync(message.Source, cancellationToken);
        return fate.Fate is Fate.Stored or Fate.Revised or Fate.Unchanged or Fate.Duplicate
            ? fate with { EntryHash = EntryHash.ForEntry(message.Entry, message.Source), ComparedAt = comparedAt } : fate;
    }

    private async Task<EntryFate> DecideOrRejectAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await DecideAsync(message, cancellationToken);
        }
        catch (CpuBudgetException costly)
        {
            return message.FateOf(Fate.Rejected, costly.Message, null);
        }
    }

    private async Task<EntryFate> DecideAsync(EntryMessage message, CancellationToken cancellationToken)
    {
        var article = Read(message);
        if (RejectionReason.For(message.Entry, article) is { } reason)
            return message.FateOf(Fate.Rejected, reason, null);
        if (message.Entry.Wire is { Kills.Count: > 0 } or { Status: WireStatus.Canceled })
            return await withdrawal.WithdrawAsync(message, article, cancellationToken);
        ResolvedIdentity? refused = null;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var identity = await identities.ResolveAsync(message.Entry, article, message.SharedKeys ?? [], refused, cancellationToken);
            if (identity.IsErased)
                return new EntryFate(message.Origin, Fate.Withdrawn, "it was erased", identity.ArticleId, null);
            if (await StoreAsync(message, article with { Id = identity.ArticleId }, identity, cancellationToken) is { } fate)
                return fate;
            refused = identity;
        }

        throw new InvalidOperationException(
            $"Entry {message.Origin.Index} of {message.Origin.Path} could not be stored in {MaxAttempts} attempts.");
    }

    // Null where another writer stored a revision first: the identity has to be looked at again.
    private async Task<EntryFate?> StoreAsync(
        EntryMessage message, Article article, ResolvedIdentity identity, CancellationToken cancellationToken)
    {
        var known = identity.Known;
        // Who names an article anew at each fetch also dates and addresses it anew.
        if (identity.IsByWords && known?.Article is { } named)
        {
            article = article with
            {
                SourceId = named.SourceId,
                Url = named.Url,
                Published = named.Published,
                PublishedOn = named.PublishedOn,
            };
        }

        var revision = Revisions.Decide(known?.Article, article);
        if (revision is Revisions.None && known is not null && Revisions.IsLater(known.Article, article)
            && await publication.IsWithdrawnAsync(article.Id, cancellationToken))
            revision = Revisions.BroughtBack(known.Article, article);
        switch (revision)
        {
            case Revisions.None when identity.IsByWords:
                await identities.ReleaseAsync(identity, cancellationToken);
                return message.FateOf(Fate.Unchanged, "its source has published the same text under another id", article.Id);
            case Revisions.None none:
                await identities.RememberAsync(message.Entry, article, identity, cancellationToken);
                return message.FateOf(Fate.Unchanged, none.Reason, article.Id);
            case Revisions.Next next when !await articles.TrySaveAsync(next.Article, identity.Claims, known, cancellationToken):
                return null;
            case Revisions.Next { Article.Revision: > 1 } next:
                await matcher.ForgetAsync(known!.Article, next.Article, cancellationToken);
                await identities.RememberAsync(message.Entry, article, identity, cancellationToken);
                return await PublishAsync(message, next.Article, isFirst: false, cancellationToken);
            case Revisions.Next next:
                return await PublishAsync(message, next.Article, isFirst: true, cancellationToken);
            case Revisions.Again again:
                return await PublishAsync(message, again.Article, isFirst: false, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<EntryFate> PublishAsync(EntryMessage message, Article article, bool isFirst, CancellationToken cancellationToken)
    {
        var placed = await publication.PublishAsync(article, isFirst, cancellationToken);
        return (placed.State, article.Revision) switch
        {
            (ArticleState.Withdrawn, _) => message.FateOf(Fate.Withdrawn, "it was withdrawn before it came", article.Id),
            (ArticleState.Held, _) => message.FateOf(article.Revision > 1 ? Fate.Revised : Fate.Stored, Held(article.Wire), article.Id),
            (_, > 1) => message.FateOf(Fate.Revised, null, article.Id),
            (ArticleState.Duplicate, _) => message.FateOf(Fate.Duplicate, $"its text is in cluster {placed.ClusterId}", article.Id),
            _ => message.FateOf(Fate.Stored, null, article.Id),
        };
    }

    private static string Held(WireFacts? wire) => wire?.Embargo switch
    {
        { Until: { } until } => $"held until its embargo ends at {until:u}",
        { Until: null } => "held: its embargo names no end that can be read",
        null => "held: its publisher withholds it",
    };
}
