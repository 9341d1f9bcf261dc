using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Cursors;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;

namespace Pipeline.Http.Changes;

/// <summary>The log that clients poll. An idle poll costs the read of its head and no more.</summary>
internal sealed class ChangeHandlers(
    NewsReading news, SelectedArticles selected, HeadWatch watch, LogPlaces places, TimeProvider time)
{
    private const int DefaultLimit = 200;

    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var since = Parameters.Since.Of(request, null);
        var (place, problem) = await places.FindAsync(since, cancellationToken);
        return problem ?? (since == Parameters.Latest
            ? await AnswerAsync(request, [], place, more: false, cancellationToken)
            : await PollAsync(request, place, cancellationToken));
    }

    // A poll that is narrowed goes on waiting when what is new is not what it asks for, from a cursor that has moved.
    private async Task<IResult> PollAsync(HttpRequest request, long since, CancellationToken cancellationToken)
    {
        var (query, began) = (ArticleFilter.QueryOf(request, DefaultLimit), time.GetTimestamp());
        var wait = TimeSpan.FromSeconds(Parameters.Wait.Of(request, 0));
        while (true)
        {
            var head = await watch.WaitAsync(since, wait - time.GetElapsedTime(began), cancellationToken);
            if (head < since)
                return StaleCursor.WithReason("It is ahead of this store's log, so it comes from another store.");
            if (head == since)
                return await AnswerAsync(request, [], since, more: false, cancellationToken);
            var changes = await news.ListChangesAsync(since, query.Limit, cancellationToken);
            if (LogPlaces.HaveExpired(changes, since))
                return StaleCursor.WithReason("The lines after it have expired.");
            since = changes[^1].Sequence;
            var passing = query.KeepPassing(changes);
            if (passing.Count > 0 || time.GetElapsedTime(began) >= wait)
                return await AnswerAsync(request, passing, since, since < head, cancellationToken);
        }
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request, IReadOnlyList<ArticleChange> changes, long since, bool more, CancellationToken cancellationToken)
    {
        var next = await places.SignAsync(since, cancellationToken);
        return Parameters.Fields.Of(request, []) is { Count: > 0 } fields
            ? TaggedAnswer.Json(new SelectedChanges(
                await SelectedChange.ReadAsync(selected, changes, fields, cancellationToken), next, more))
            : TaggedAnswer.Json(new ChangesResponse(changes, next, more));
    }
}
