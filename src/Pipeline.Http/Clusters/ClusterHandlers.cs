using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Clusters;
using Pipeline.Http.Answers;
using Pipeline.Http.Articles;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Ingestion;

namespace Pipeline.Http.Clusters;

/// <summary>The articles that carry one story text, and an editor's say in it.</summary>
internal sealed class ClusterHandlers(NewsReading news, ClusterEditor editor)
{
    // Each is a reading of the article and of where it stands.
    private const int MaxCompared = 20;

    /// <summary>A cluster; the id of one that was merged answers with the one that absorbed it.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await news.FindClusterAsync(request.GetId(), request.GetViewer(), cancellationToken) is { } cluster
            ? TaggedAnswer.Json(ClusterResponse.FromCluster(cluster))
            : NoCluster(request);

    /// <summary>The other articles of an article's cluster, each with the rule and figures that put it there and what the two texts
    /// share.</summary>
    public async Task<IResult> ListDuplicatesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var viewer = request.GetViewer();
        if (await news.FindAsync(request.GetId(), viewer, cancellationToken) is not { } placed)
            return ArticleHandlers.NoArticle(request);
        if (await news.FindClusterAsync(placed.Place.ClusterId, viewer, cancellationToken) is not { } cluster)
            return TaggedAnswer.Json(new PageResponse<DuplicateResponse>([], null));
        var others = cluster.Members.Where(member => member.ArticleId != placed.Article.Id);
        var duplicates = await Task.WhenAll(others.Select(async (member, index) => DuplicateResponse.FromMember(
            member, cluster, index < MaxCompared ? await CompareAsync(placed.Article, member, viewer, cancellationToken) : null)));
        return TaggedAnswer.Json(new PageResponse<DuplicateResponse>(duplicates, null));
    }

    /// <summary>Takes an article out of a cluster.</summary>
    public async Task<IResult> SplitAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await editor.SplitAsync(request.GetId(), Parameters.Article.Of(request, null)!, cancellationToken)
            ? await GetAsync(request, cancellationToken)
            : await ExplainRefusalAsync(request, "That article is not in this cluster, or nothing else is.", cancellationToken);

    /// <summary>Brings another cluster into this one.</summary>
    public async Task<IResult> MergeAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await editor.MergeAsync(request.GetId(), Parameters.Other.Of(request, null)!, cancellationToken)
            ? await GetAsync(request, cancellationToken)
            : await ExplainRefusalAsync(request, "The other cluster does not exist, or the two are one already.", cancellationToken);

    private async Task<ComparisonResponse?> CompareAsync(
        Article article, ClusterMember member, Viewer viewer, CancellationToken cancellationToken) =>
        !member.IsWithdrawn && await news.FindAsync(member.ArticleId, viewer, cancellationToken) is { } other
            ? ComparisonResponse.Compare(article, other.Article)
            : null;

    private async Task<IResult> ExplainRefusalAsync(HttpRequest request, string reason, CancellationToken cancellationToken) =>
        await news.FindClusterAsync(request.GetId(), request.GetViewer(), cancellationToken) is null
            ? NoCluster(request)
            : ProblemTypes.Conflict.WithDetail(reason);

    private static IResult NoCluster(HttpRequest request) =>
        ProblemTypes.NotFound.WithDetail($"There is no cluster {request.GetId()}.", "id");
}
