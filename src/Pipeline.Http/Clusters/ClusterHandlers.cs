using Microsoft.AspNetCore.Http;
using Pipeline.Deduplication;
using Pipeline.Http.Answers;
using Pipeline.Http.Articles;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Http.Clusters;

/// <summary>The articles that carry one story text, and an editor's say in it.</summary>
internal sealed class ClusterHandlers(CatalogStore catalog, ArticleReading articles, ClusterEditor editor)
{
    /// <summary>A cluster; the id of one that was merged answers with the one that absorbed it.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await catalog.ClusterAsync(ArticleHandlers.IdOf(request), cancellationToken) is { } cluster
            ? TaggedAnswer.Json(cluster)
            : NoCluster(request);

    /// <summary>The other articles of an article's cluster, each with the rule and figures that put it there.</summary>
    public async Task<IResult> ListDuplicatesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(ArticleHandlers.IdOf(request), cancellationToken) is not { } placed)
            return ArticleHandlers.NoArticle(request);
        var cluster = await catalog.ClusterAsync(placed.Place.ClusterId, cancellationToken);
        var others = cluster?.Members.Where(member => member.ArticleId != placed.Article.Id) ?? [];
        return TaggedAnswer.Json(new PageResponse<ClusterMember>([.. others], null));
    }

    /// <summary>Takes an article out of a cluster.</summary>
    public async Task<IResult> SplitAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await editor.SplitAsync(ArticleHandlers.IdOf(request), Parameters.Article.Of(request, null)!, cancellationToken)
            ? await GetAsync(request, cancellationToken)
            : await NotDoneAsync(request, "That article is not in this cluster, or nothing else is.", cancellationToken);

    /// <summary>Brings another cluster into this one.</summary>
    public async Task<IResult> MergeAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await editor.MergeAsync(ArticleHandlers.IdOf(request), Parameters.Other.Of(request, null)!, cancellationToken)
            ? await GetAsync(request, cancellationToken)
            : await NotDoneAsync(request, "The other cluster does not exist, or the two are one already.", cancellationToken);

    private async Task<IResult> NotDoneAsync(HttpRequest request, string reason, CancellationToken cancellationToken) =>
        await catalog.ClusterAsync(ArticleHandlers.IdOf(request), cancellationToken) is null
            ? NoCluster(request)
            : ProblemTypes.Conflict.Because(reason);

    private static IResult NoCluster(HttpRequest request) => ProblemTypes.NotFound.Because($"There is no cluster {ArticleHandlers.IdOf(request)}.", "id");
}
