namespace Pipeline.Matching;

/// <summary>An article whose text matched, and why.</summary>
public sealed record MatchedArticle(string ArticleId, Match Match);
