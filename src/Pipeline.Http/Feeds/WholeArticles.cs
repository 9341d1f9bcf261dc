using Microsoft.Extensions.Caching.Memory;
using Pipeline.Articles;
using Pipeline.Http.Reading;

namespace Pipeline.Http.Feeds;

/// <summary>
/// The texts that feeds carry. A revision never changes, so each is read once in a process for as long as it is among the last used
/// 16 million characters: a feed that is asked for every few minutes costs the reads of what is new in it.
/// </summary>
internal sealed class WholeArticles(NewsReading news) : IDisposable
{
    private const long MaxCharacters = 16_000_000;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxCharacters });

    public async Task<Article?> FindAsync(ArticleSummary listed, CancellationToken cancellationToken)
    {
        var key = (listed.Id, listed.Revision, listed.State == ArticleState.Withdrawn);
        if (cache.TryGetValue(key, out Article? known))
            return known;
        var article = await news.FindListedAsync(listed, cancellationToken);
        return article is null ? null
            : cache.Set(key, article, new MemoryCacheEntryOptions { Size = article.Html.Length + article.Text.Length + 1 });
    }

    public void Dispose() => cache.Dispose();
}
