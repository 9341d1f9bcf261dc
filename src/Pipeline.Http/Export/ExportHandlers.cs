using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Cursors;
using Pipeline.Http.Problems;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Storage.Lists;

namespace Pipeline.Http.Export;

/// <summary>
/// Articles in bulk, as JSON Lines: those of a list, or with <c>since</c> those of the log. Every line has the cursor behind it, so that an
/// export that breaks off goes on where it stopped. What is in memory is one page, however long the archive is.
/// </summary>
internal sealed class ExportHandlers(NewsReading news, SelectedArticles selected, SignedCursors cursors)
{
    private const int PageSize = 100;

    private static readonly IReadOnlyList<string> OnlyInList = [Parameters.Cursor.Name, Parameters.Include.Name, Parameters.Sort.Name];

    public async Task<IResult> ExportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var isLog = request.Query.ContainsKey(Parameters.Since.Name);
        if (isLog && OnlyInList.FirstOrDefault(request.Query.ContainsKey) is { } idle)
            return ProblemTypes.BadParameter.WithDetail($"`{idle}` does nothing beside `{Parameters.Since.Name}`; leave it out.", idle);
        var query = ArticleFilter.QueryOf(request, PageSize) with { Limit = PageSize };
        var fields = Parameters.Fields.Of(request, FieldSelection.Known);
        var reading = isLog ? await ReadSinceAsync(request, cancellationToken)
            : await cursors.ReadAsync(
                CursorKind.Articles, ArticleFilter.Scope(query), Parameters.Cursor.Of(request, null), cancellationToken);
        if (reading?.Refuse(isLog ? Parameters.Since.Name : Parameters.Cursor.Name) is { } problem)
            return problem;
        if (isLog && await IsStaleAsync(reading!.Position!, cancellationToken))
            return StaleCursor.WithReason("The lines after it have expired.");
        return await JsonLines.StartAsync(
            isLog ? WriteChangesAsync(query, fields, reading!.Position!, cancellationToken)
                : WriteListAsync(query, fields, reading?.Position, cancellationToken),
            cancellationToken);
    }

    private async Task<CursorReading?> ReadSinceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var since = Parameters.Since.Of(request, null)!;
        return since == Parameters.Oldest ? new CursorReading("0", null)
            : await cursors.ReadAsync(CursorKind.Changes, "", since, cancellationToken);
    }

    private async Task<bool> IsStaleAsync(string position, CancellationToken cancellationToken)
    {
        var since = long.Parse(position, CultureInfo.InvariantCulture);
        return since > 0 && await news.ListChangesAsync(since, 1, cancellationToken) is [_] next
            && LogPlaces.HaveExpired(next, since);
    }

    private async IAsyncEnumerable<IReadOnlyList<JsonObject>> WriteListAsync(
        ListQuery query, IReadOnlyList<string> fields, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var scope = ArticleFilter.Scope(query);
        do
        {
            var page = await news.ReadPageAsync(query with { After = after }, cancellationToken);
            var articles = await selected.SelectAsync(page.Items, fields, cancellationToken);
            var lines = new List<JsonObject>();
            foreach (var (summary, article) in page.Items.Zip(articles))
            {
                var cursor = await cursors.SignAsync(CursorKind.Articles, scope, ListPage.PositionOf(summary), cancellationToken);
                lines.Add(new JsonObject { ["cursor"] = cursor, ["article"] = article });
            }

            yield return lines;
            after = page.Next;
        }
        while (after is not null);
    }

    private async IAsyncEnumerable<IReadOnlyList<JsonObject>> WriteChangesAsync(
        ListQuery query, IReadOnlyList<string> fields, string position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var since = long.Parse(position, CultureInfo.InvariantCulture); ;)
        {
            var changes = await news.ListChangesAsync(since, PageSize, cancellationToken);
            if (changes.Count == 0)
                yield break;
            since = changes[^1].Sequence;
            var passing = query.KeepPassing(changes);
            var articles = await selected.SelectAsync([.. passing.Select(change => change.Article)], fields, cancellationToken);
            var lines = new List<JsonObject>();
            foreach (var (change, article) in passing.Zip(articles))
            {
                var place = change.Sequence.ToString(CultureInfo.InvariantCulture);
                lines.Add(ExportedLine.FromChange(
                    change, article, (await cursors.SignAsync(CursorKind.Changes, "", place, cancellationToken))!));
            }

            yield return lines;
        }
    }
}
