using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Cursors;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Storage.Search;

namespace Pipeline.Http.Articles;

/// <summary>Articles by what their text says.</summary>
internal sealed class SearchHandlers(SearchReading search, SelectedArticles selected, HeadWatch watch, SignedCursors cursors)
{
    private const int DefaultLimit = 50;

    public async Task<IResult> SearchAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var query = ArticleFilter.QueryOf(request, DefaultLimit);
        var order = ArticleFilter.OrderOf(request, SearchOrder.Relevance);
        var scope = $"{ArticleFilter.Scope(query)} {order} {request.Query[Parameters.Q.Name]}";
        var after = await cursors.ReadAsync(CursorKind.Search, scope, Parameters.Cursor.Of(request, null), cancellationToken);
        if (after?.Refuse(Parameters.Cursor.Name) is { } problem)
            return problem;
        var skip = after is null ? 0 : int.Parse(after.Position!, CultureInfo.InvariantCulture);
        var (found, isMore, sequence) =
            await search.SearchAsync(Parameters.Q.Of(request, null)!, query, order, skip, cancellationToken);
        var items = await selected.SelectAsync(
            [.. found.Select(article => article.Place)], Parameters.Fields.Of(request, FieldSelection.InLists), cancellationToken);
        foreach (var (item, article) in items.Zip(found).Where(pair => pair.Second.Passage is not null))
            item["passage"] = article.Passage;
        var next = isMore
            ? await cursors.SignAsync(
                CursorKind.Search, scope, (skip + query.Limit).ToString(CultureInfo.InvariantCulture), cancellationToken)
            : null;
        return TaggedAnswer.Json(new SearchPage(items, next, new SearchProgress(sequence, await watch.ReadAsync(cancellationToken))));
    }
}
