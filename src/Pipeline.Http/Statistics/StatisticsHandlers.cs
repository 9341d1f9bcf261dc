using Microsoft.AspNetCore.Http;
using Pipeline.Http.Answers;
using Pipeline.Http.Reading;
using Pipeline.Http.Routing;
using Pipeline.Http.Subscriptions;
using Pipeline.Ledger;
using Pipeline.Maintenance;
using Pipeline.Storage.Catalog;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Statistics;
using Pipeline.Storage.Subscriptions;

namespace Pipeline.Http.Statistics;

/// <summary>How the sources are doing, what is written about, and what came in by the hour.</summary>
internal sealed class StatisticsHandlers(StatisticsStore figures, CatalogStore catalog, NewsReading news, SubscriptionStore subscriptions,
    Retention retention, TimeProvider time)
{
    private const int DefaultKeywords = 50;
    private const int DefaultHours = 48;

    /// <summary>Every source that sent something in the last week, by name, and the feeds that are followed.</summary>
    public async Task<IResult> ListSourcesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (now, hours) = (time.GetUtcNow(), await figures.ReadAsync(cancellationToken));
        var sources = hours.SelectMany(hour => hour.Sources.Select(source => (hour.Hour, Figures: source)))
            .GroupBy(hour => hour.Figures.Source).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => SourceResponse.FromHours([.. group], now));
        var followed = await subscriptions.ListAsync(cancellationToken);
        var troubled = followed.OrderByDescending(feed => feed.State.Failures > 0 || feed.State.GoneAt is not null)
            .Take(Parameters.MaxLimit).Select(feed => SubscriptionResponse.FromFeed(feed, now));
        return TaggedAnswer.Json(new SourcesResponse(From(hours), [.. sources], [.. troubled], followed.Count));
    }

    /// <summary>The keywords of the newest articles, the most frequent first.</summary>
    public async Task<IResult> ListKeywordsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var page = await news.ReadPageAsync(new ListQuery { Limit = Parameters.MaxLimit }, cancellationToken);
        var keywords = page.Items.SelectMany(article => article.Keywords)
            .CountBy(keyword => keyword, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(Parameters.Limit.Of(request, DefaultKeywords));
        return TaggedAnswer.Json(
            new PageResponse<KeywordResponse>([.. keywords.Select(pair => new KeywordResponse(pair.Key, pair.Value))], null));
    }

    public async Task<IResult> GetStatsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var hours = (await figures.ReadAsync(cancellationToken)).Take(Parameters.Hours.Of(request, DefaultHours)).ToList();
        var commits = await catalog.GetHeadAsync(cancellationToken);
        var lag = await retention.FindLagAsync(cancellationToken);
        var newestLast = hours.AsEnumerable().Reverse().SelectMany(Hours);
        return TaggedAnswer.Json(new StatsResponse(From(hours), commits, (int?)lag?.TotalMinutes * 60, [.. newestLast]));
    }

    private DateTimeOffset From(IReadOnlyList<HourStatistics> hours) =>
        hours.Count == 0 ? HourStatistics.StartOfHour(time.GetUtcNow()) : hours[^1].Hour;

    private static IEnumerable<HourResponse> Hours(HourStatistics hour) => hour.Sources.Select(source => new HourResponse(
        hour.Hour, source.Source, source.Files, source.Articles, source.Duplicates, source.Revisions, source.Errors, source.LagSeconds));
}
