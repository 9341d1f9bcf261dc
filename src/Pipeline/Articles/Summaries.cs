namespace Pipeline.Articles;

/// <summary>The summary of an article, before it is known where it stands.</summary>
public static class Summaries
{
    public static ArticleSummary FromArticle(Article article) => new()
    {
        Id = article.Id,
        Source = article.Source,
        Title = article.Title,
        Url = article.Url,
        Excerpt = article.Excerpt,
        Language = article.Language,
        Published = article.Published,
        Updated = article.Updated,
        ListedAt = article.ListedAt,
        Authors = [.. article.Contributors.Where(person => person.Role == ContributorRole.Author).Select(person => person.Name)],
        Categories = [.. article.Categories.Select(category => category.Name ?? category.Term)],
        Keywords = article.Keywords,
        Names = article.Names,
        Image = article.LeadImage?.Url,
        WordCount = article.WordCount,
        ReadingMinutes = article.ReadingMinutes,
        Flags = [.. article.Flags.Select(flag => flag.Name)],
        Publisher = article.Publisher,
        Republisher = article.Republisher,
        OriginalPublisher = article.OriginalPublisher,
        OriginalUrl = article.OriginalUrl,
        Revision = article.Revision,
        WireVersion = article.Wire?.Version,
    };

    /// <summary>The notice that is left of an article whose text must not be passed on.</summary>
    public static ArticleSummary RemoveText(ArticleSummary article) => article with
    {
        Excerpt = null,
        Image = null,
        Keywords = [],
        Names = [],
    };

    /// <summary>What stands for an article that was withdrawn before it came.</summary>
    public static ArticleSummary Absent(string articleId, string source, int? wireVersion, DateTimeOffset at) =>
        new() { Id = articleId, Source = source, Title = "", ListedAt = at, ClusterId = articleId, WireVersion = wireVersion };
}
