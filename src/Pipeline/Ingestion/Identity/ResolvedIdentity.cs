namespace Pipeline.Ingestion.Identity;

/// <summary>Which article an entry is, by its claims.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Known">Its current revision, if it is stored already.</param>
public sealed record ResolvedIdentity(string ArticleId, StoredArticle? Known);
