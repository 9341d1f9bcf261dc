using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Pipeline.Articles;
using Pipeline.Http.Cursors;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Http.Settings;
using Pipeline.Storage.Lists;

namespace Pipeline.Http.Changes;

/// <summary>The log as server-sent events, over the same watching of its head as polls that wait.</summary>
internal sealed class StreamHandlers(
    NewsReading news, SelectedArticles selected, HeadWatch watch, LogPlaces places, PipelineHttpSettings settings,
    IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int PageSize = 100;
    private const string LastEventId = "Last-Event-ID";

    // Shorter than what proxies on the way take for a connection that is dead.
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(15);

    /// <summary>What is new after the last event that the client has, else after <c>since</c>. It ends after a while, and the client comes
    /// back.</summary>
    public async Task<IResult> StreamAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var since = request.Headers[LastEventId] is [{ Length: > 0 } last] ? last : Parameters.Since.Of(request, null);
        var (place, problem) = await places.FindAsync(since, cancellationToken);
        if (problem is not null)
            return problem;
        if (await watch.ReadAsync(cancellationToken) < place)
            return StaleCursor.WithReason("It is ahead of this store's log, so it comes from another store.");
        if (await news.ListChangesAsync(place, 1, cancellationToken) is [_] next && LogPlaces.HaveExpired(next, place))
            return StaleCursor.WithReason("The lines after it have expired.");
        return new EventStream(stopping => ReadAsync(request, place, stopping), lifetime.ApplicationStopping);
    }

    private async IAsyncEnumerable<ServerSentEvent> ReadAsync(
        HttpRequest request, long since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (began, query) = (time.GetTimestamp(), ArticleFilter.QueryOf(request, PageSize));
        // A client that hears of no change and comes back must come back here.
        yield return new ServerSentEvent(await places.SignAsync(since, cancellationToken), null);
        while (settings.StreamFor - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            if (await watch.WaitAsync(since, left < HeartbeatEvery ? left : HeartbeatEvery, cancellationToken) == since)
            {
                yield return ServerSentEvent.Heartbeat;
                continue;
            }

            var changes = await news.ListChangesAsync(since, PageSize, cancellationToken);
            // The lines have expired, which the client is told when it comes back.
            if (LogPlaces.HaveExpired(changes, since))
                yield break;
            since = changes[^1].Sequence;
            foreach (var written in await WriteAsync(request, changes, query, cancellationToken))
                yield return written;
        }
    }

    private async Task<IReadOnlyList<ServerSentEvent>> WriteAsync(
        HttpRequest request, IReadOnlyList<ArticleChange> changes, ListQuery query, CancellationToken cancellationToken)
    {
        var passing = query.KeepPassing(changes);
        var fields = Parameters.Fields.Of(request, []);
        IReadOnlyList<object> lines = fields.Count == 0 ? passing
            : await SelectedChange.ReadAsync(selected, passing, fields, cancellationToken);
        var events = new List<ServerSentEvent>();
        foreach (var (change, line) in passing.Zip(lines))
            events.Add(new ServerSentEvent(await places.SignAsync(change.Sequence, cancellationToken), line));

        if (passing.Count == 0 || passing[^1].Sequence != changes[^1].Sequence)
            events.Add(new ServerSentEvent(await places.SignAsync(changes[^1].Sequence, cancellationToken), null));
        return events;
    }
}
