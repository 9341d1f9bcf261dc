namespace Pipeline.Ingestion.Identity;

/// <summary>Which article an entry is, by its claims.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Known">Its current revision, if it is stored already.</param>
public sealed record ResolvedIdentity(string ArticleId, StoredArticle? Known)
{
    /// <summary>The key under which the entry is remembered as it was read last.</summary>
    public required string Key { get; init; }

    /// <summary>Every key that the entry has claimed.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Those of them that nobody had claimed before.</summary>
    public IReadOnlyList<string> NewClaims { get; init; } = [];

    /// <summary>True where only its words tell which article it is, so that its id and address are new.</summary>
    public bool IsByWords { get; init; }

    /// <summary>True where the article was erased and has to stay away.</summary>
    public bool IsErased { get; init; }

    /// <summary>True where it belongs to another source than the one that asks.</summary>
    public bool IsForeign { get; init; }
}
