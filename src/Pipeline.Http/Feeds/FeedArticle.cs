using Pipeline.Articles;

namespace Pipeline.Http.Feeds;

/// <summary>An article as feeds show it, with the texts that XML 1.0 can carry.</summary>
internal sealed record FeedArticle(ArticleSummary Summary, Article? Whole)
{
    /// <summary>The id that every feed gives it, the same for ever (RFC 4151 would need a domain; a URN needs none).</summary>
    public string Id => $"urn:pipeline:article:{Summary.Id}";

    public string Title => XmlText.Clean(Summary.Title.Length > 0 ? Summary.Title : "Untitled");

    public string Excerpt => XmlText.Clean(Summary.Excerpt ?? "");

    /// <summary>The sanitised HTML, or the excerpt where the text is not at hand.</summary>
    public string Html => Whole?.Html is { Length: > 0 } html ? XmlText.Clean(html) : XmlText.AsHtml(Excerpt);

    public DateTimeOffset Published => Summary.Published ?? Summary.ListedAt;

    public DateTimeOffset Updated => Summary.Updated is { } updated && updated > Published ? updated : Published;
}
