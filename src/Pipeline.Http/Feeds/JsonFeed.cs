using System.Text.Json.Serialization;
using Pipeline.Articles;

namespace Pipeline.Http.Feeds;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal sealed record JsonFeed(
    string Version,
    string Title,
    [property: JsonPropertyName("home_page_url")] string HomePageUrl,
    [property: JsonPropertyName("feed_url")] string FeedUrl,
    IReadOnlyList<JsonFeedItem> Items,
    string? Language)
{
    public static JsonFeed FromFeed(Feed feed) =>
        new("https://jsonfeed.org/version/1.1", feed.Title, feed.Home.AbsoluteUri, feed.Address.AbsoluteUri,
            [.. feed.Articles.Select(article => JsonFeedItem.FromArticle(feed, article))], feed.Language);
}

/// <summary>One item of it.</summary>
internal sealed record JsonFeedItem
{
    // The specification requires a type for each attachment; this is what HTTP says for one that is not known.
    private const string UnknownType = "application/octet-stream";

    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    [JsonPropertyName("content_html")]
    public required string ContentHtml { get; init; }

    public string? Summary { get; init; }

    public string? Image { get; init; }

    [JsonPropertyName("date_published")]
    public DateTimeOffset? DatePublished { get; init; }

    [JsonPropertyName("date_modified")]
    public DateTimeOffset? DateModified { get; init; }

    public IReadOnlyList<JsonFeedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Language { get; init; }

    public IReadOnlyList<JsonFeedAttachment>? Attachments { get; init; }

    /// <summary>Who published this copy; an extension, which the specification has begin with an underscore.</summary>
    [JsonPropertyName("_outlet")]
    public Publisher? Outlet { get; init; }

    public static JsonFeedItem FromArticle(Feed feed, FeedArticle article) => new()
    {
        Id = article.Id,
        Url = feed.LinkOf(article).AbsoluteUri,
        Title = article.Title,
        ContentHtml = article.Html,
        Summary = article.Excerpt.Length > 0 ? article.Excerpt : null,
        Image = article.Image?.Url,
        DatePublished = article.Published,
        DateModified = article.Changed ?? article.Published,
        Authors = [.. article.Summary.Authors.Select(name => new JsonFeedAuthor(name))],
        Tags = article.Summary.Categories,
        Language = article.Summary.Language,
        Attachments = article.Enclosures.Count == 0 ? null : [.. article.Enclosures.Select(enclosure =>
            new JsonFeedAttachment(enclosure.Url, enclosure.MediaType ?? UnknownType, enclosure.Length))],
        Outlet = article.Outlet,
    };
}

/// <summary>A person in it.</summary>
internal sealed record JsonFeedAuthor(string Name);

/// <summary>A file that comes with an item.</summary>
internal sealed record JsonFeedAttachment(
    string Url,
    [property: JsonPropertyName("mime_type")] string MimeType,
    [property: JsonPropertyName("size_in_bytes")] long? SizeInBytes);
