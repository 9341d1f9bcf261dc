using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Articles;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;

namespace Pipeline.Http.Feeds;

/// <summary>The list as feeds that any reader can subscribe to, with the same filters, and an article as ninjs.</summary>
internal sealed class FeedHandlers(NewsReading news, SearchReading search, WholeArticles texts)
{
    private const int DefaultLimit = 30;

    // Full texts cost a read each at first: a longer feed carries excerpts beyond them.
    private const int MaxWhole = 50;

    private const string Cached = "private, max-age=60";

    public async Task<IResult> GetRssAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Xml(RssFeed.Write(await ReadAsync(request, cancellationToken)), "application/rss+xml");

    public async Task<IResult> GetAtomAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Xml(AtomFeed.Write(await ReadAsync(request, cancellationToken)), "application/atom+xml");

    public async Task<IResult> GetJsonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(JsonFeed.FromFeed(await ReadAsync(request, cancellationToken)), "application/feed+json", Cached);

    /// <summary>One article as ninjs 3.0.</summary>
    public async Task<IResult> GetNinjsAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await news.FindAsync(request.GetId(), request.GetViewer(), cancellationToken) is { } placed
            ? TaggedAnswer.Json(Ninjs.FromArticle(placed), Ninjs.MediaType)
            : ArticleHandlers.NoArticle(request);

    private async Task<Feed> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var items = await ListAsync(request, ArticleFilter.QueryOf(request, DefaultLimit), cancellationToken);
        var whole = await Task.WhenAll(items.Select((item, index) => LoadWholeAsync(item, index, cancellationToken)));
        var filters = request.Query.Where(
            pair => pair.Key == Parameters.Q.Name || Parameters.Filters.Any(filter => filter.Name == pair.Key)).ToList();
        var title = string.Join(" · ", filters.Select(pair => pair.Value.ToString()).Prepend("Pipeline"));
        var address = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, PathOf(request), QueryString.Create(
            request.Query.Where(pair => !ParameterCheck.IsKey(pair.Key))));
        var home = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, "/");
        return new Feed(XmlText.Clean(title), new Uri(address), new Uri(home), [
            .. items.Zip(whole, (item, article) => new FeedArticle(item, article))]);
    }

    // Without its token, which like a key opens more than this address: whoever passes the feed on does not pass that on.
    private static PathString PathOf(HttpRequest request) =>
        request.FindToken() is not null && request.Path.Value is { } path ? "/api" + path[path.LastIndexOf('/')..] : request.Path;

    // By time where nothing else is asked for: a feed reader takes what is on top for what is new.
    private async Task<IReadOnlyList<ArticleSummary>> ListAsync(
        HttpRequest request, ListQuery query, CancellationToken cancellationToken) =>
        Parameters.Q.Of(request, null) is { } terms
            ? [.. (await search.SearchAsync(
                terms, query, ArticleFilter.OrderOf(request, SearchOrder.Newest), 0, cancellationToken)).Found.Select(found => found.Place)]
            : (await news.ReadPageAsync(query, cancellationToken)).Items;

    // The revision that the list shows, whatever came since.
    private Task<Article?> LoadWholeAsync(ArticleSummary item, int index, CancellationToken cancellationToken) =>
        index < MaxWhole ? texts.FindAsync(item, cancellationToken) : Task.FromResult<Article?>(null);

    private static TaggedAnswer Xml(XElement root, string mediaType)
    {
        using var bytes = new MemoryStream();
        using (var writer =
            XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            new XDocument(root).Save(writer);
        return new TaggedAnswer(bytes.ToArray(), mediaType) { CacheControl = Cached };
    }
}
