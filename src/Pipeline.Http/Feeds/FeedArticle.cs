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

    /// <summary>When its publisher says that it was published; an article that says nothing has no such time in any feed.</summary>
    public DateTimeOffset? Published => Summary.Published;

    /// <summary>When it changed last by its publisher's word; <c>null</c> where it has none, or none later than the publication.</summary>
    public DateTimeOffset? Changed => Summary.Updated is { } updated && !(updated <= Published) ? updated : null;

    /// <summary>When it changed last, for formats that must have a time: where no publisher says one, when it was first seen.</summary>
    public DateTimeOffset Updated => Changed ?? Published ?? Summary.ListedAt;

    /// <summary>Who published this copy; <c>null</c> where it does not say.</summary>
    public Publisher? Outlet => (Summary.Publisher ?? Whole?.Publisher) is { Name.Length: > 0 } outlet ? outlet : null;

    public ArticleImage? Image => Whole?.LeadImage ?? (Summary.Image is { } url ? new ArticleImage(url) : null);

    public IReadOnlyList<Enclosure> Enclosures => Whole?.Enclosures ?? [];
}
