using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Articles;
using Pipeline.Http.Cursors;
using Pipeline.Http.Routing;
using Pipeline.Storage.Catalog;

namespace Pipeline.Http.Changes;

/// <summary>Reads and writes places in the log as clients hand them over.</summary>
internal sealed class LogPlaces(CatalogStore catalog, HeadWatch watch, SignedCursors cursors)
{
    /// <summary>The line that was had last, or the problem of a place that cannot be read.</summary>
    /// <param name="since">A cursor, <c>latest</c> or <c>oldest</c>; <c>null</c> for the oldest too.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<(long Sequence, IResult? Problem)> FindAsync(string? since, CancellationToken cancellationToken)
    {
        if (since is null or Parameters.Oldest)
            return (Math.Max(0, await catalog.GetOldestAsync(cancellationToken) - 1), null);
        if (since == Parameters.Latest)
            return (await watch.ReadAsync(cancellationToken), null);
        var reading = (await cursors.ReadAsync(CursorKind.Changes, "", since, cancellationToken))!;
        return reading.Refuse(Parameters.Since.Name) is { } problem ? (0, problem)
            : (long.Parse(reading.Position!, CultureInfo.InvariantCulture), null);
    }

    /// <summary>Whether lines behind a place have expired, by those that are read there: sequence numbers have no gaps, so that the first
    /// must be the next one.</summary>
    public static bool HaveExpired(IReadOnlyList<ArticleChange> read, long since) => read.Count == 0 || read[0].Sequence != since + 1;

    /// <summary>The cursor of a line.</summary>
    public async Task<string> SignAsync(long sequence, CancellationToken cancellationToken) => (await cursors.SignAsync(
        CursorKind.Changes, "", sequence.ToString(CultureInfo.InvariantCulture), cancellationToken))!;
}
