using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Problems;
using Pipeline.Http.Routing;
using Pipeline.Storage.Articles;

namespace Pipeline.Http.Articles;

/// <summary>What an article was before, and how two texts differ.</summary>
internal sealed class RevisionHandlers(ArticleReading articles, ArticleStore store)
{
    /// <summary>Every revision, newest first.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(request.GetId(), cancellationToken) is not { } placed)
            return ArticleHandlers.NoArticle(request);
        var revisions = await store.ListRevisionsAsync(placed.Article.Id, cancellationToken);
        return TaggedAnswer.Json(new PageResponse<RevisionResponse>(
            [.. revisions.Where(revision => revision.Revision <= placed.Place.Revision).Select(RevisionResponse.FromRevision)], null));
    }

    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        int.TryParse((string)request.RouteValues["revision"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await articles.FindRevisionAsync(request.GetId(), number, cancellationToken) is { } placed
            ? TaggedAnswer.Json(ArticleResponse.FromArticle(placed))
            : ProblemTypes.NotFound.WithDetail("The article has no such revision.", "revision");

    /// <summary>The difference of two revisions, or with <c>with</c> that of two articles.</summary>
    public async Task<IResult> CompareAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await articles.FindAsync(request.GetId(), cancellationToken) is not { } current)
            return ArticleHandlers.NoArticle(request);
        return Parameters.With.Of(request, null) is { } other
            ? await CompareArticlesAsync(current, other, cancellationToken)
            : await CompareRevisionsAsync(request, current, cancellationToken);
    }

    private async Task<IResult> CompareArticlesAsync(PublicArticle article, string otherId, CancellationToken cancellationToken) =>
        await articles.FindAsync(otherId, cancellationToken) is { } other
            ? TaggedAnswer.Json(DifferenceResponse.OfArticles(article.Article, other.Article))
            : ProblemTypes.NotFound.WithDetail($"There is no article {otherId}.", Parameters.With.Name);

    private async Task<IResult> CompareRevisionsAsync(HttpRequest request, PublicArticle current, CancellationToken cancellationToken)
    {
        var to = Parameters.To.Of(request, current.Article.Revision);
        var from = Parameters.From.Of(request, Math.Max(1, to - 1));
        var older = await articles.FindRevisionAsync(current.Article.Id, from, cancellationToken);
        var newer = to == current.Article.Revision ? current : await articles.FindRevisionAsync(current.Article.Id, to, cancellationToken);
        if (older is null || newer is null)
            return ProblemTypes.NotFound.WithDetail(
                $"The article has revisions 1 to {current.Article.Revision}.", older is null ? "from" : "to");
        return TaggedAnswer.Json(DifferenceResponse.OfRevisions(older.Article, newer.Article));
    }
}
