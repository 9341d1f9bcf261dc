using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Articles;

/// <summary>What an article was before, and how two texts differ.</summary>
internal sealed class RevisionHandlers(NewsReading news)
{
    /// <summary>Every revision, newest first.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await news.FindAsync(request.GetId(), request.GetViewer(), cancellationToken) is not { } placed)
            return ArticleHandlers.NoArticle(request);
        var revisions = await news.ListRevisionsAsync(placed, request.GetViewer(), cancellationToken);
        return TaggedAnswer.Json(new PageResponse<RevisionResponse>([.. revisions.Select(RevisionResponse.FromRevision)], null));
    }

    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        int.TryParse((string)request.RouteValues["revision"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await news.FindRevisionAsync(request.GetId(), number, request.GetViewer(), cancellationToken) is { } placed
            ? TaggedAnswer.Json(ArticleResponse.FromArticle(placed))
            : ProblemTypes.NotFound.WithDetail("The article has no such revision.", "revision");

    /// <summary>The difference of two revisions, or with <c>with</c> that of two articles.</summary>
    public async Task<IResult> CompareAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await news.FindAsync(request.GetId(), request.GetViewer(), cancellationToken) is not { } current)
            return ArticleHandlers.NoArticle(request);
        return Parameters.With.Of(request, null) is { } other
            ? await CompareArticlesAsync(current, other, request.GetViewer(), cancellationToken)
            : await CompareRevisionsAsync(request, current, cancellationToken);
    }

    private async Task<IResult> CompareArticlesAsync(
        PublicArticle article, string otherId, Viewer viewer, CancellationToken cancellationToken) =>
        await news.FindAsync(otherId, viewer, cancellationToken) is { } other
            ? TaggedAnswer.Json(DifferenceResponse.OfArticles(article.Article, other.Article))
            : ProblemTypes.NotFound.WithDetail($"There is no article {otherId}.", Parameters.With.Name);

    private async Task<IResult> CompareRevisionsAsync(HttpRequest request, PublicArticle current, CancellationToken cancellationToken)
    {
        var to = Parameters.To.Of(request, current.Article.Revision);
        var from = Parameters.From.Of(request, Math.Max(1, to - 1));
        var viewer = request.GetViewer();
        var older = await news.FindRevisionAsync(current.Article.Id, from, viewer, cancellationToken);
        var newer = to == current.Article.Revision ? current
            : await news.FindRevisionAsync(current.Article.Id, to, viewer, cancellationToken);
        if (older is null || newer is null)
            return ProblemTypes.NotFound.WithDetail(
                $"The article has revisions 1 to {current.Article.Revision}.", older is null ? "from" : "to");
        return TaggedAnswer.Json(DifferenceResponse.OfRevisions(older.Article, newer.Article));
    }
}
