using System.Text.Json;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Changes;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Storage.Webhooks;
using Pipeline.Webhooks;

namespace Pipeline.Http.Webhooks;

/// <summary>Reads what a webhook is due to get: the lines of the log behind its place that its filter lets through, written as a poll
/// answers them.</summary>
internal sealed class DeliveryReading(NewsReading news, SelectedArticles selected, LogPlaces places, WebhookSettings settings)
{
    /// <summary>The lines of the next delivery; <c>null</c> where there are none. Two operations at most, and two for each article of which
    /// fields are asked for that lists do not have.</summary>
    /// <param name="stored">The webhook and its place.</param>
    /// <param name="head">The last line of the log.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ExpiredChangesException">The lines behind its place are gone.</exception>
    public async Task<DueLines?> ReadAsync(StoredWebhook stored, long head, CancellationToken cancellationToken)
    {
        var progress = stored.Progress;
        if (progress.Sequence > head)
            throw new ExpiredChangesException("its place is ahead of the log, so it comes from another store");
        var changes = (await news.ListChangesAsync(progress.Sequence, settings.MaxChanges, cancellationToken))
            .TakeWhile(change => !(change.Sequence > progress.Pending)).ToList();
        if (changes.Count == 0 && progress.Sequence == head)
            return null;
        if (LogPlaces.HaveExpired(changes, progress.Sequence))
            throw new ExpiredChangesException("the changes that it has not got have expired");
        var request = WebhookFilter.CreateRequest(stored.Webhook.Filter);
        var query = ArticleFilter.QueryOf(request, settings.MaxChanges);
        var passing = query.KeepPassing(changes);
        var fields = Parameters.Fields.Of(request, []);
        return await WriteAsync(passing, changes[^1].Sequence, fields, head, cancellationToken);
    }

    // Cuts the delivery in half until it is small enough.
    private async Task<DueLines> WriteAsync(
        List<ArticleChange> changes, long last, IReadOnlyList<string> fields, long head, CancellationToken cancellationToken)
    {
        while (changes.Count > 0)
        {
            var body = await WriteBodyAsync(changes, last, fields, head, cancellationToken);
            if (body.Length <= settings.MaxBytes || changes.Count == 1)
                return new DueLines(last, changes.Count, body);
            changes = changes[..(changes.Count / 2)];
            last = changes[^1].Sequence;
        }

        return new DueLines(last, 0, default);
    }

    private async Task<byte[]> WriteBodyAsync(
        List<ArticleChange> changes, long last, IReadOnlyList<string> fields, long head, CancellationToken cancellationToken)
    {
        var next = await places.SignAsync(last, cancellationToken);
        var (at, isMore) = (changes[^1].At, last < head);
        if (fields.Count == 0)
            return Write(at, new ChangesResponse(changes, next, isMore));
        return Write(at, new SelectedChanges(
            await SelectedChange.ReadAsync(selected, changes, fields, cancellationToken), next, isMore));
    }

    private static byte[] Write<T>(DateTimeOffset at, T data) =>
        JsonSerializer.SerializeToUtf8Bytes(new WebhookMessage<T>(WebhookMessage.Changed, at, data), EndpointJson.Options);
}

/// <summary>What is due to be delivered.</summary>
/// <param name="Last">The line that it ends with, delivered or passed over.</param>
/// <param name="Changes">How many are delivered; 0 where the filter let none through.</param>
/// <param name="Body">JSON.</param>
internal sealed record DueLines(long Last, int Changes, ReadOnlyMemory<byte> Body);

/// <summary>What a webhook has not got is in the log no more.</summary>
internal sealed class ExpiredChangesException(string message) : Exception(message);
