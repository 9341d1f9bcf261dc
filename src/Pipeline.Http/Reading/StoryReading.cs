using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Clusters;
using Pipeline.Http.Routing;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Reading;

/// <summary>Finds stories by their newest change: it reads the log backwards, and passes over a line after which the story changed
/// again.</summary>
internal sealed class StoryReading(CatalogStore catalog, NewsReading news)
{
    // Each line costs the reads of where its story's articles stand.
    private const int WindowSize = 100;
    private const int MaxWindows = 4;
    private const int MaxConcurrency = 16;

    // A story of more articles is taken to have changed when one of the last of them did.
    private const int MaxMembers = 50;

    /// <summary>The stories whose newest change is before a line of the log, newest first, and the line to go on before; 0 where that was
    /// all. As a list, it may be short and go on.</summary>
    public async Task<(IReadOnlyList<PlacedStory> Stories, long Before)> ListAsync(
        long before, int limit, Func<ArticleSummary, bool> passes, CancellationToken cancellationToken)
    {
        var (stories, oldest) = (new List<PlacedStory>(), await catalog.GetOldestAsync(cancellationToken));
        for (var window = 0; window < MaxWindows && before > oldest; window++)
        {
            var since = Math.Max(oldest - 1, before - 1 - WindowSize);
            var changes = await news.ListChangesAsync(since, (int)(before - 1 - since), cancellationToken);
            var found = await changes.ReadEachAsync(MaxConcurrency, FindAsync, cancellationToken);
            for (var index = changes.Count - 1; index >= 0; index--)
            {
                before = changes[index].Sequence;
                if (found[index] is { } story && passes(story.Canonical))
                    stories.Add(story);
                if (stories.Count == limit)
                    return (stories, before > oldest ? before : 0);
            }

            if (changes.Count == 0)
                before = since + 1;
        }

        return (stories, before > oldest ? before : 0);
    }

    // Null where the story changed after this line, or readers see none of it any more.
    private async ValueTask<PlacedStory?> FindAsync(ArticleChange change, CancellationToken cancellationToken)
    {
        if (await catalog.GetEntryAsync(change.Article.Id, cancellationToken) is not { } own || own.Sequence != change.Sequence)
            return null;
        if (await news.FindClusterAsync(own.Article.ClusterId, Viewer.Reader, cancellationToken) is not { } cluster)
            return null;
        var others = cluster.Members.Where(member => member.ArticleId != change.Article.Id).TakeLast(MaxMembers)
            .Select(member => member.ArticleId).Append(cluster.CanonicalId).Distinct().ToList();
        var entries = await Task.WhenAll(others.Select(id => catalog.GetEntryAsync(id, cancellationToken)));
        if (entries.Any(entry => entry?.Sequence > change.Sequence))
            return null;
        var canonical = entries.Append(own).Select(Visibility.FindPublicPlace).FirstOrDefault(place => place?.Id == cluster.CanonicalId);
        return canonical is null or { State: ArticleState.Withdrawn } ? null : new PlacedStory(cluster, canonical, change.At);
    }
}

/// <summary>A cluster with its canonical article, and when anything about it was committed last.</summary>
internal sealed record PlacedStory(Cluster Cluster, ArticleSummary Canonical, DateTimeOffset ChangedAt);
