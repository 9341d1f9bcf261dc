using Microsoft.AspNetCore.Http;
using Pipeline.Deduplication;
using Pipeline.Http.Answers;
using Pipeline.Http.Articles;
using Pipeline.Http.Problems;
using Pipeline.Storage;

namespace Pipeline.Http.Clusters;

/// <summary>The articles that carry one story text, and an editor's say in it.</summary>
internal sealed class ClusterHandlers(CatalogStore catalog, ArticleReading articles)
{
    /// <summary>A cluster; the id of one that was merged answers with the one that absorbed it.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await catalog.ClusterAsync(ArticleHandlers.IdOf(request), cancellationToken) is { } cluster
            ? TaggedAnswer.Json(cluster)
            : ProblemTypes.NotFound.Because($"There is no cluster {ArticleHandlers.IdOf(request)}.", "id");

    /// <summary>The other articles of an article's cluster, each with the rule and figures that put it there.</summary>
    public async Task<IResult> ListDuplicatesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(ArticleHandlers.IdOf(request), cancellationToken) is not { } placed)
            return ArticleHandlers.NoArticle(request);
        var cluster = await catalog.ClusterAsync(placed.Standing.ClusterId, cancellationToken);
        var others = cluster?.Members.Where(member => member.ArticleId != placed.Article.Id) ?? [];
        return TaggedAnswer.Json(new PageResponse<ClusterMember>([.. others], null));
    }
}
