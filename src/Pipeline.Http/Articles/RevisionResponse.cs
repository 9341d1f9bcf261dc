using Pipeline.Articles;

namespace Pipeline.Http.Articles;

/// <summary>One revision in a list of them.</summary>
public sealed record RevisionResponse(int Revision, string Title, DateTimeOffset? Updated, string ContentHash, EntryOrigin Origin)
{
    internal static RevisionResponse FromRevision(Article article) =>
        new(article.Revision, article.Title, article.Updated, article.ContentHash, article.Origin);
}
