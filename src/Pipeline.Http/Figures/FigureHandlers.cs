using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Http.Answers;
using Pipeline.Http.Routing;
using Pipeline.Ingestion;
using Pipeline.Storage;

namespace Pipeline.Http.Figures;

/// <summary>How the sources are doing, what is written about, and what came in by the hour.</summary>
internal sealed class FigureHandlers(Recent recent, ListStore lists, TimeProvider time)
{
    private const int UsualKeywords = 50;

    /// <summary>Every source that is among the newest files, by name.</summary>
    public async Task<IResult> ListSourcesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var files = await recent.FilesAsync(cancellationToken);
        var changes = (await recent.ChangesAsync(cancellationToken)).ToLookup(change => change.Article.Source);
        var sources = files.GroupBy(file => file.Source).OrderBy(group => group.Key, StringComparer.Ordinal);
        return TaggedAnswer.Json(new PageResponse<SourceResponse>([.. sources.Select(source => Source(source.Key, [.. source], changes[source.Key]))], null));
    }

    /// <summary>The keywords of the newest articles, the most frequent first.</summary>
    public async Task<IResult> ListKeywordsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await lists.PageAsync(new ListQuery { Limit = Parameters.LargestLimit }, cancellationToken);
        var keywords = page.Items.SelectMany(article => article.Keywords)
            .CountBy(keyword => keyword, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Parameters.Limit.Of(request, UsualKeywords));
        return TaggedAnswer.Json(new PageResponse<KeywordResponse>([.. keywords.Select(pair => new KeywordResponse(pair.Key, pair.Value))], null));
    }

    public async Task<IResult> GetStatsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var files = (await recent.FilesAsync(cancellationToken)).ToLookup(file => (Hour(file.ReceivedAt), file.Source));
        var log = await recent.ChangesAsync(cancellationToken);
        var changes = log.ToLookup(change => (Hour(change.At), change.Article.Source));
        var hours = files.Select(group => group.Key).Union(changes.Select(group => group.Key)).Order()
            .Select(key => Hour(key.Item1, key.Source, [.. files[key]], changes[key]));
        return TaggedAnswer.Json(new StatsResponse(log.Count == 0 ? 0 : log[^1].Sequence, [.. hours]));
    }

    private SourceResponse Source(string name, IReadOnlyList<FileRecord> files, IEnumerable<ArticleChange> changes)
    {
        var (entries, errors) = (files.Sum(file => file.EntryCount), files.Errors());
        return new SourceResponse(
            name, files.Count, entries, files.Sum(Fate.Duplicate), errors, Math.Round(errors / (double)(files.Count + entries), 4),
            files[0].ReceivedAt, changes.Lag(), files.IsQuiet(time.GetUtcNow()));
    }

    private static HourResponse Hour(DateTimeOffset hour, string source, IReadOnlyList<FileRecord> files, IEnumerable<ArticleChange> changes) => new(
        hour, source, files.Count, files.Sum(Fate.Stored), files.Sum(Fate.Duplicate), files.Sum(Fate.Revised, Fate.Withdrawn), files.Errors(), changes.Lag());

    private static DateTimeOffset Hour(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
