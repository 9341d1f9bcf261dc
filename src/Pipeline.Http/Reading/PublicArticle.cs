using Pipeline.Articles;

namespace Pipeline.Http.Reading;

/// <summary>An article with where it stands among the others.</summary>
internal sealed record PublicArticle(Article Article, ArticleSummary Place);
