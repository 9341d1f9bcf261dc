using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Ingestion;
using Pipeline.Ledger;
using Pipeline.Matching;

namespace Pipeline.Benchmarks.Operations;

/// <summary>
/// Fills what new articles share with the rest of a corpus to its size, through the stores: the catalog's partition, the lists of their
/// month, the ledger's partition and their bands. Claims, bodies and fates have partitions of their own, which stay as small in any corpus.
/// </summary>
internal sealed class CorpusFill(PipelineInstance pipeline)
{
    // Two rows each and the head: a transaction holds 100.
    private const int ArticlesACommit = 49;
    private const int AtOnce = 16;

    // Far from every story that a feed brings.
    private const int Unrelated = 10_000;

    private static readonly DateTimeOffset Month = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="articles">The size of the corpus.</param>
    /// <param name="stories">The stories whose bands it shares, one article in a thousand each.</param>
    /// <param name="cancellationToken">Stops between two operations.</param>
    public async Task FillAsync(int articles, IEnumerable<int> stories, CancellationToken cancellationToken)
    {
        foreach (var chunk in Enumerable.Range(0, articles).Chunk(ArticlesACommit))
            await PlaceAsync(chunk, cancellationToken);
        await EachAsync(Enumerable.Range(0, articles / Feed.Entries), RecordFileAsync, cancellationToken);
        await EachAsync(stories, (story, token) => ShareBandsAsync(story, articles / 1000, token), cancellationToken);
    }

    private async Task PlaceAsync(int[] numbers, CancellationToken cancellationToken)
    {
        var commit = await pipeline.Get<ICatalogStore>().CommitAsync(
            (open, _) =>
            {
                foreach (var number in numbers)
                    open.Commit(ChangeKind.New, Summary(number));
                return Task.FromResult<string?>(null);
            },
            null,
            cancellationToken);
        await EachAsync(commit.Changes, (change, token) => pipeline.Get<IListStore>().ApplyAsync(change, token), cancellationToken);
        pipeline.Get<ICatalogStore>().Complete(commit);
    }

    private Task RecordFileAsync(int number, CancellationToken cancellationToken)
    {
        var receipt = new IncomingFile($"filler/{number}.xml", null, Month.AddSeconds(number), 1000, null);
        return pipeline.Get<ILedgerStore>().RecordFileAsync(receipt.Record("0", FileState.Settled), cancellationToken);
    }

    private async Task ShareBandsAsync(int story, int articles, CancellationToken cancellationToken)
    {
        var bands = Fingerprint.FromText(Feed.TextOf(story))!;
        var other = bands with { Sketch = Fingerprint.FromText(Feed.TextOf(story + Unrelated))!.Sketch };
        for (var number = 0; number < articles; number++)
            await pipeline.Get<IBandStore>().ShareAsync(
                IdOf(number), other, TimeProvider.System.GetUtcNow(), TimeSpan.Zero, cancellationToken);
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) => await work(item, token));

    private static string IdOf(int number) => StableHash.Id("filler", number.ToString(provider: null));

    private static ArticleSummary Summary(int number) => new()
    {
        Id = IdOf(number),
        ClusterId = IdOf(number),
        Source = $"source{number % 100}",
        Title = $"Filler {number}",
        ListedAt = Month.AddSeconds(number * 40 % 2_400_000),
        Revision = 1,
    };
}
