using Pipeline.Http.Subscriptions;
using Pipeline.Ledger;

namespace Pipeline.Http.Statistics;

/// <summary>The sources that sent something in the last week, by name.</summary>
/// <param name="From">The beginning of the oldest hour that is counted; see <see cref="StatsResponse"/>.</param>
/// <param name="Items">The sources.</param>
/// <param name="Subscriptions">The feeds that are followed, those that fail first, 500 at most.</param>
/// <param name="SubscriptionCount">How many are followed.</param>
public sealed record SourcesResponse(
    DateTimeOffset From, IReadOnlyList<SourceResponse> Items, IReadOnlyList<SubscriptionResponse> Subscriptions, int SubscriptionCount);

/// <summary>How a source is doing.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Files">How many files.</param>
/// <param name="Entries">How many entries they had.</param>
/// <param name="Articles">New articles, duplicates not among them.</param>
/// <param name="Duplicates">New articles whose text another article has.</param>
/// <param name="Errors">Files and entries that were rejected or failed.</param>
/// <param name="ErrorRate">Errors over files and entries, 0 to 1.</param>
/// <param name="LastSeen">When its last file came; missing where only revisions of older files did.</param>
/// <param name="LagSeconds">The median of its hours' medians of publication to readable.</param>
/// <param name="IsQuiet">True where it has been silent for more than four times the usual pause between hours in which it sent
/// something.</param>
public sealed record SourceResponse(
    string Source, int Files, int Entries, int Articles, int Duplicates, int Errors, double ErrorRate, DateTimeOffset? LastSeen,
    double? LagSeconds, bool IsQuiet)
{
    /// <param name="hours">The hours in which it sent something, newest first.</param>
    /// <param name="now">When it is asked.</param>
    internal static SourceResponse FromHours(IReadOnlyList<(DateTimeOffset Hour, SourceStatistics Figures)> hours, DateTimeOffset now)
    {
        var figures = hours.Select(hour => hour.Figures).ToList();
        var (files, entries, errors) =
            (figures.Sum(hour => hour.Files), figures.Sum(hour => hour.Entries), figures.Sum(hour => hour.Errors));
        return new(
            figures[0].Source, files, entries, figures.Sum(hour => hour.Articles), figures.Sum(hour => hour.Duplicates), errors,
            files == 0 ? 0 : Math.Round(errors / (double)(files + entries), 4),
            figures.Max(hour => hour.LastFile),
            SourceStatistics.Median(figures.Select(hour => hour.LagSeconds).OfType<double>()),
            SourceRhythm.PausesSince([.. hours.Where(hour => hour.Figures.Files > 0).Select(hour => hour.Hour)], now)
                > SourceRhythm.QuietAfter);
    }
}
