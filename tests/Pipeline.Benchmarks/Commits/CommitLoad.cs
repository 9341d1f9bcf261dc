using System.Diagnostics;
using Pipeline.Articles;
using Pipeline.Clusters;

namespace Pipeline.Benchmarks.Commits;

/// <summary>One store that commits new articles as fast as it can, so many at once, each as soon as the one before it is done.</summary>
internal sealed class CommitLoad(PipelineInstance pipeline, string name, int inFlight)
{
    private readonly List<double> waits = [];
    private int begun;

    /// <summary>How long each commit took, in milliseconds.</summary>
    public IReadOnlyList<double> Waits => waits;

    /// <summary>What the store asked for so far.</summary>
    public long Operations => pipeline.Account.Operations.Total;

    /// <summary>Commits until the time is over; what is in flight then still ends.</summary>
    public Task RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        return Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => CommitUntilAsync(until, cancellationToken)));
    }

    private async Task CommitUntilAsync(long until, CancellationToken cancellationToken)
    {
        var catalog = pipeline.Get<ICatalogStore>();
        while (Stopwatch.GetTimestamp() < until)
        {
            var article = Summary(StableHash.Id(name, Interlocked.Increment(ref begun).ToString(provider: null)));
            var started = Stopwatch.GetTimestamp();
            var commit = await catalog.CommitAsync((open, token) => PlaceAsync(open, article, token), article.Id, cancellationToken);
            var waited = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            lock (waits)
                waits.Add(waited);
            catalog.Complete(commit);
        }
    }

    // As an article does that matches no other: it asks where it stands, and takes its place.
    private static async Task<string?> PlaceAsync(ICatalogTransaction open, ArticleSummary article, CancellationToken cancellationToken)
    {
        if (await open.GetEntryAsync(article.Id, cancellationToken) is null)
            open.Commit(ChangeKind.New, article);
        return null;
    }

    private ArticleSummary Summary(string id) => new()
    {
        Id = id,
        ClusterId = id,
        Source = name,
        Title = "The council put off its vote on the harbour bridge until the autumn",
        Excerpt = string.Join(' ', MadeUpStory.Of(1).Take(2)),
        ListedAt = DateTimeOffset.UnixEpoch,
        Revision = 1,
    };
}
