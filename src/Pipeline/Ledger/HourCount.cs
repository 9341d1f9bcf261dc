using Pipeline.Articles;

namespace Pipeline.Ledger;

/// <summary>Counts what came in during one hour, file by file and commit by commit, so that no hour has to be held at once.</summary>
/// <param name="hour">When it began, in UTC.</param>
public sealed class HourCount(DateTimeOffset hour)
{
    private readonly SortedDictionary<string, SourceCount> sources = new(StringComparer.Ordinal);

    /// <summary>The lowest sequence number of its commits; <c>null</c> where there was none.</summary>
    public long? First { get; private set; }

    public void Add(FileRecord file) => Find(file.Source).Add(file);

    public void Add(ArticleChange change)
    {
        First = First < change.Sequence ? First : change.Sequence;
        Find(change.Article.Source).Add(change);
    }

    /// <param name="before">The last sequence number before the hour.</param>
    /// <param name="last">The last one before its end.</param>
    public HourStatistics ToStatistics(long before, long last) =>
        new(hour, before, [.. sources.Select(source => source.Value.ToStatistics(source.Key))]) { Last = last };

    private SourceCount Find(string source) =>
        sources.TryGetValue(source, out var count) ? count : sources[source] = new SourceCount();

    private sealed class SourceCount
    {
        private readonly List<double> lags = [];
        private int files;
        private int entries;
        private int errors;
        private DateTimeOffset? lastFile;
        private int articles;
        private int duplicates;
        private int revisions;

        public void Add(FileRecord file)
        {
            files++;
            entries += file.EntryCount;
            errors += file.Fates.GetValueOrDefault(Fate.Rejected) + file.Fates.GetValueOrDefault(Fate.Failed)
                + (file.State is FileState.Rejected or FileState.Failed ? 1 : 0);
            lastFile = lastFile > file.ReceivedAt ? lastFile : file.ReceivedAt;
        }

        public void Add(ArticleChange change)
        {
            if (change.Kind is ChangeKind.Revised or ChangeKind.Withdrawn)
                revisions++;
            if (change.Kind is not (ChangeKind.New or ChangeKind.Released))
                return;
            if (change.Article.State == ArticleState.Duplicate)
                duplicates++;
            else
                articles++;
            if (change.Article.Published is { } published)
                lags.Add(Math.Max(0, Math.Round((change.At - published).TotalSeconds)));
        }

        public SourceStatistics ToStatistics(string source) =>
            new(source, files, entries, errors, lastFile, articles, duplicates, revisions, SourceStatistics.Median(lags));
    }
}
