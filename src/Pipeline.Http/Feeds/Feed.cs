namespace Pipeline.Http.Feeds;

/// <summary>What a feed is about, before it is written in one format or another.</summary>
/// <param name="Title">With the filters that narrow it.</param>
/// <param name="Address">Its own address, as the client called it but without its key.</param>
/// <param name="Home">The reader page.</param>
/// <param name="Articles">Newest first.</param>
internal sealed record Feed(string Title, Uri Address, Uri Home, IReadOnlyList<FeedArticle> Articles)
{
    /// <summary>When anything in it changed last; a feed without articles has not changed since the epoch.</summary>
    public DateTimeOffset Updated => Articles.Count == 0 ? DateTimeOffset.UnixEpoch : Articles.Max(article => article.Updated);

    /// <summary>The language of all its articles; <c>null</c> where they have several, or one has none.</summary>
    public string? Language => Articles.Select(article => article.Summary.Language).Distinct().Take(2).ToList() is [{ } one] ? one : null;

    /// <summary>The publisher's address of the article, or its page here.</summary>
    public Uri LinkOf(FeedArticle article) =>
        Uri.TryCreate(article.Summary.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : new Uri(Home, $"#/article/{article.Summary.Id}");
}
