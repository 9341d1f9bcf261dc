using Pipeline.Ingestion;
using Pipeline.Ledger;

namespace Pipeline.Storage.Statistics;

/// <summary>Tells the operator which sources are silent, each by its own rhythm of the last week.</summary>
public sealed class SourceWatch(StatisticsStore figures, TimeProvider time)
{
    /// <summary>Reports for each source for how many of its usual pauses it has been silent. Counts the hours that are over on the
    /// way.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        await figures.CountAsync(cancellationToken);
        var hours = await figures.ReadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var active = hours.SelectMany(hour => hour.Sources.Where(source => source.Files > 0).Select(source => (source.Source, hour.Hour)));
        foreach (var source in active.GroupBy(file => file.Source, file => file.Hour))
            PipelineTelemetry.RecordSilence(source.Key, SourceRhythm.PausesSince([.. source], now));
    }
}
