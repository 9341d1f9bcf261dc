using Pipeline.Articles;
using Pipeline.Ingestion;

namespace Pipeline.Http.Figures;

/// <summary>Sums and medians over files and changes.</summary>
internal static class FileFigures
{
    private static readonly TimeSpan LeastQuiet = TimeSpan.FromHours(1);

    public static int Sum(this IEnumerable<FileRecord> files, params Fate[] fates) =>
        files.Sum(file => fates.Sum(fate => file.Fates.GetValueOrDefault(fate)));

    /// <summary>Files that could not be read, and entries that could not become articles.</summary>
    public static int Errors(this IReadOnlyCollection<FileRecord> files) =>
        files.Count(file => file.State is FileState.Rejected or FileState.Failed) + files.Sum(Fate.Rejected, Fate.Failed);

    /// <summary>Seconds from publication to commit, of new articles with a date.</summary>
    public static double? Lag(this IEnumerable<ArticleChange> changes) => Median(changes
        .Where(change => change.Kind == ChangeKind.New && change.Article.Published is not null)
        .Select(change => Math.Max(0, (change.At - change.Article.Published!.Value).TotalSeconds)));

    /// <summary>Whether a source that usually sends more often has stopped.</summary>
    public static bool IsQuiet(this IReadOnlyList<FileRecord> newestFirst, DateTimeOffset now)
    {
        var pauses = newestFirst.Zip(newestFirst.Skip(1), (newer, older) => (newer.ReceivedAt - older.ReceivedAt).TotalSeconds);
        var silence = now - newestFirst[0].ReceivedAt;
        return silence > LeastQuiet && Median(pauses) is { } usual && silence.TotalSeconds > 4 * usual;
    }

    private static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : Math.Round(sorted[sorted.Count / 2]);
    }
}
