using System.Security.Cryptography;
using Pipeline.Bounds;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;
using Pipeline.Parsing.Pages;
using Pipeline.Subscriptions.Feeds;
using Pipeline.Subscriptions.Rhythm;

namespace Pipeline.Subscriptions.Rounds;

/// <summary>Takes the body of a feed: drops it where an entry in it is new, and notes what is known then.</summary>
public sealed class FeedReception(FileParser parser, IFeedDrop drop, TimeProvider time)
{
    // Dates further back than this say nothing of how often a feed changes now.
    private static readonly TimeSpan History = TimeSpan.FromDays(60);
    private static readonly TimeSpan CpuTime = TimeSpan.FromSeconds(10);

    /// <summary>Drops the body before it says so: a crash in between makes it come again, and its entries are known then.</summary>
    public async Task<Reception> TakeAsync(
        FollowedFeed feed, ReadOnlyMemory<byte> body, string? contentType, Uri address, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        if (hash == feed.State.ContentHash)
            return new Reception.Taken(feed.State, 0);
        var file = new DroppedFile(feed.Subscription.Path, body)
        {
            ContentType = contentType,
            Address = SecretAddress.WithoutSecrets(address),
        };
        return parser.Parse(file) switch
        {
            ParseResult.Parsed { Format: not PageParser.Format } parsed =>
                await TakeAsync(feed, parsed, file, hash, address, cancellationToken),
            ParseResult.Parsed or ParseResult.Rejected { Format: PageParser.Format } => ReadPage(file with { Address = address }),
            ParseResult.Rejected rejected => new Reception.Refused($"what came is no feed: {rejected.Reason}"),
            _ => new Reception.Refused("what came is an archive and no feed"),
        };
    }

    private async Task<Reception> TakeAsync(
        FollowedFeed feed, ParseResult.Parsed parsed, DroppedFile file, string hash, Uri address, CancellationToken cancellationToken)
    {
        var known = KnownEntries.Read(feed.State.Known);
        var hashes = KnownEntries.HashEntries(parsed.Entries, feed.Subscription.Source);
        var fresh = known.CountNew(hashes);
        var hints = Bounded(() => FeedHintsParser.Read(file with { Address = address })) ?? new FeedHints();
        if (fresh > 0)
            await drop.DropAsync(feed.Subscription, file.Bytes, file.ContentType, file.Address!, cancellationToken);
        return new Reception.Taken(
            Note(feed.State, hints, address) with
            {
                ContentHash = hash,
                Known = known.Add(hashes),
                Files = feed.State.Files + (fresh > 0 ? 1 : 0),
                Entries = feed.State.Entries + fresh,
                Changes = fresh > 0 ? AddChange(feed.State, parsed) : feed.State.Changes,
            },
            fresh);
    }

    private static SubscriptionState Note(SubscriptionState state, FeedHints hints, Uri address)
    {
        var topic = hints.Self ?? address;
        var isKnown = state.Hub is { } hub && hub.Address == hints.Hub && hub.Topic == topic;
        return state with
        {
            Title = hints.Title ?? state.Title,
            FeedPause = hints.Pause,
            Hub = isKnown ? state.Hub : hints.Hub is null ? null : new HubState(hints.Hub, topic),
        };
    }

    // The entries of the first body tell how often it changed before anyone looked.
    private IReadOnlyList<DateTimeOffset> AddChange(SubscriptionState state, ParseResult.Parsed parsed)
    {
        var now = time.GetUtcNow();
        var earlier = state.LastSuccess is null
            ? parsed.Entries.OfType<ParsedEntry.Readable>().Select(readable => readable.Entry.Published?.At).OfType<DateTimeOffset>()
                .Where(at => at < now && now - at < History).Distinct().OrderDescending()
            : state.Changes.AsEnumerable();
        return [.. (state.LastSuccess is null ? [] : new[] { now }).Concat(earlier).Take(FetchRhythm.MaxChanges)];
    }

    private static Reception ReadPage(DroppedFile page)
    {
        var feeds = Bounded(() => FeedLinks.Find(page)) ?? [];
        return feeds.Count > 0 ? new Reception.Page(feeds) : new Reception.Refused("what came is a web page that names no feed");
    }

    private static T? Bounded<T>(Func<T> read)
        where T : class
    {
        try
        {
            return new CpuBudget(CpuTime).Run(read);
        }
        catch (CpuBudgetException)
        {
            // It says nothing that could be had at that price.
            return null;
        }
    }
}
