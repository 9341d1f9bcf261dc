using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Cursors;
using Pipeline.Http.Entries;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Storage.Lists;

namespace Pipeline.Http.Articles;

/// <summary>Lists of articles, and one of them.</summary>
internal sealed class ArticleHandlers(
    NewsReading news, SelectedArticles selected, EntryFinder finder, ChangeHandlers changes, SearchHandlers search, SignedCursors cursors)
{
    private const int DefaultLimit = 50;

    // What says nothing in a poll, as the log has every article in its own order, and in a page.
    private static readonly IReadOnlyList<string> OnlyInPage = [
        Parameters.Include.Name, Parameters.Cursor.Name, Parameters.Url.Name, Parameters.SourceId.Name, Parameters.Ids.Name,
        Parameters.Sort.Name, Parameters.Q.Name, Parameters.Count.Name];
    private static readonly IReadOnlyList<string> OnlyUncounted = [Parameters.Q.Name, Parameters.Ids.Name, Parameters.Cursor.Name];
    private static readonly IReadOnlyList<string> OnlyInPoll = [Parameters.Wait.Name];

    /// <summary>A page, newest first; with <c>since</c> the same poll as <c>/api/changes</c>.</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isPoll = request.Query.ContainsKey(Parameters.Since.Name);
        if ((isPoll ? OnlyInPage : OnlyInPoll).FirstOrDefault(request.Query.ContainsKey) is { } idle)
            return Task.FromResult(ProblemTypes.BadParameter.WithDetail(
                $"`{idle}` does nothing {(isPoll ? "beside" : "without")} `{Parameters.Since.Name}`; leave it out.", idle));
        if (request.Query.ContainsKey(Parameters.Url.Name) || request.Query.ContainsKey(Parameters.SourceId.Name))
            return LookUpAsync(request, cancellationToken);
        if (request.Query.ContainsKey(Parameters.Count.Name) && OnlyUncounted.FirstOrDefault(request.Query.ContainsKey) is { } other)
            return Task.FromResult(ProblemTypes.BadParameter.WithDetail(
                $"`{Parameters.Count.Name}` does nothing beside `{other}`; leave it out.", Parameters.Count.Name));
        if (request.Query.ContainsKey(Parameters.Q.Name))
            return search.SearchAsync(request, cancellationToken);
        if (Parameters.Sort.Of(request, null) == Parameters.Relevance)
            return Task.FromResult(ProblemTypes.BadParameter.WithDetail(
                $"`{Parameters.Relevance}` says nothing without `{Parameters.Q.Name}`.", Parameters.Sort.Name));
        if (request.Query.ContainsKey(Parameters.Ids.Name))
            return ListByIdAsync(request, cancellationToken);
        return isPoll ? changes.ListAsync(request, cancellationToken) : ReadPageAsync(request, cancellationToken);
    }

    public async Task<IResult> GetAsync(HttpRequest request, CancellationToken cancellationToken) =>
        await news.FindAsync(request.GetId(), request.GetViewer(), cancellationToken) is { } article
            ? TaggedAnswer.Json(ArticleResponse.FromArticle(article))
            : NoArticle(request);

    internal static IResult NoArticle(HttpRequest request) =>
        ProblemTypes.NotFound.WithDetail($"There is no article {request.GetId()}.", "id");

    // One article or none, whatever its state, as long as it is public.
    private async Task<IResult> LookUpAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var claim = await finder.FindClaimAsync(
            Parameters.Url.Of(request, null), Parameters.SingleSource.Of(request, null), Parameters.SourceId.Of(request, null),
            cancellationToken);
        var article = claim is null ? null : await news.FindAsync(claim.ArticleId, request.GetViewer(), cancellationToken);
        return await AnswerAsync(request, article is null ? [] : [article.Place], null, cancellationToken);
    }

    // Whatever their state, as long as they are public.
    private async Task<IResult> ListByIdAsync(HttpRequest request, CancellationToken cancellationToken) => await AnswerAsync(
        request, await news.ListPlacesAsync(Parameters.Ids.Of(request, []), request.GetViewer(), cancellationToken), null,
        cancellationToken);

    private async Task<IResult> ReadPageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var query = ArticleFilter.QueryOf(request, DefaultLimit);
        var scope = ArticleFilter.Scope(query);
        var after = await cursors.ReadAsync(CursorKind.Articles, scope, Parameters.Cursor.Of(request, null), cancellationToken);
        if (after?.Refuse(Parameters.Cursor.Name) is { } problem)
            return problem;
        var page = await news.ReadPageAsync(query with { After = after?.Position }, cancellationToken);
        var next = await cursors.SignAsync(CursorKind.Articles, scope, page.Next, cancellationToken);
        var answer = await SelectAsync(request, page.Items, cancellationToken);
        var most = Parameters.Count.Of(request, 0);
        return TaggedAnswer.Json(new CountedPage(
            answer, next, most == 0 ? null : await CountAsync(query, most, cancellationToken)));
    }

    private async Task<ArticleTotal> CountAsync(ListQuery query, int most, CancellationToken cancellationToken)
    {
        var (articles, isMore) = await news.CountAsync(query, most, cancellationToken);
        return new ArticleTotal(articles, isMore);
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, IReadOnlyList<ArticleSummary> items, string? next, CancellationToken cancellationToken) =>
        TaggedAnswer.Json(new PageResponse<JsonObject>(await SelectAsync(request, items, cancellationToken), next));

    private Task<IReadOnlyList<JsonObject>> SelectAsync(
        HttpRequest request, IReadOnlyList<ArticleSummary> items, CancellationToken cancellationToken) =>
        selected.SelectAsync(items, Parameters.Fields.Of(request, FieldSelection.InLists), cancellationToken);
}
