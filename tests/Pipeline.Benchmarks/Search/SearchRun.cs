using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Pipeline.Storage.Lists;
using Pipeline.Storage.Search;

namespace Pipeline.Benchmarks.Search;

/// <summary>Builds the index of a made-up archive without a store, and asks it: what is measured is the engine alone.</summary>
internal static class SearchRun
{
    private const int Batch = 500;
    private const int Repeats = 40;
    private const int Page = 50;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, Func<int, string> Query)[] Queries =
    [
        ("a common word", n => MadeUpNews.WordAt(20 + n)),
        ("a rare word", n => MadeUpNews.WordAt(20_000 + (n * 100))),
        ("two words", n => $"{MadeUpNews.WordAt(300 + n)} {MadeUpNews.WordAt(500 + n)}"),
        ("a phrase", n => $"\"{MadeUpNews.WordAt(30 + n)} {MadeUpNews.WordAt(60 + n)}\""),
        ("a beginning", n => $"{MadeUpNews.WordAt(5_000 + (n * 10))[..4]}*"),
        ("a word without another", n => $"{MadeUpNews.WordAt(200 + n)} -{MadeUpNews.WordAt(20 + n)}"),
    ];

    public static int Run(int articles, int months, int? built, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-search-benchmark-").FullName;
        try
        {
            var indexes = Build(folder, articles / months, Math.Min(months, built ?? months), output);
            // Each month is a file of its own and is asked for itself, so that a copy costs a query what another month would.
            for (var month = indexes.Count; month < months; month++)
                indexes.Add(Copy(indexes[month % indexes.Count], Path.Combine(folder, $"{month}.db")));
            var fetched = WriteSnapshots(folder, indexes, articles, output);
            AskCold(fetched, output);
            foreach (var order in new[] { SearchOrder.Relevance, SearchOrder.Newest })
                Ask(fetched, order, output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A month for each processor at once, as it says by its processor time: one index has one writer, and machines are shared.
    private static List<MonthIndex> Build(string folder, int perMonth, int months, TextWriter output)
    {
        var indexes = Enumerable.Range(0, months).Select(month => new MonthIndex(Path.Combine(folder, $"{month}.db"))).ToList();
        var (began, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Parallel.For(
            0, months, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            month => FillMonth(indexes[month], month, perMonth));
        var (spent, articles) = (Environment.CpuUsage.TotalTime - before, months * perMonth);
        output.WriteLine(Text(
            $"{articles} articles of 350 words in {months} months: built in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        output.WriteLine(Text(
            $"{spent.TotalSeconds:F1} s of processor time with making them up, {articles / spent.TotalSeconds:F0} a second of it"));
        return indexes;
    }

    private static MonthIndex Copy(MonthIndex index, string file)
    {
        index.WriteSnapshot(file);
        return new MonthIndex(file);
    }

    private static void FillMonth(MonthIndex index, int month, int articles)
    {
        var news = new MadeUpNews(month + 1);
        foreach (var numbers in Enumerable.Range(month * articles, articles).Chunk(Batch))
            index.Write([.. numbers.Select(number =>
            {
                var (change, text) = news.Write(number, Start.AddMonths(month).AddSeconds(20 * (number % articles)));
                return (change, (Articles.Article?)text);
            })]);
    }

    // What a cold instance has of it afterwards: files that no connection has read yet.
    private static List<MonthIndex> WriteSnapshots(string folder, IReadOnlyList<MonthIndex> indexes, int articles, TextWriter output)
    {
        var (bytes, packed, writing, unpacking) = (0L, 0L, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (index, month) in indexes.Select((index, month) => (index, month)))
        {
            var (copy, blob) = (Path.Combine(folder, $"{month}.copy"), Path.Combine(folder, $"{month}.br"));
            var began = Stopwatch.GetTimestamp();
            index.WriteSnapshot(copy);
            using (var target = new BrotliStream(File.Create(blob), CompressionLevel.Fastest))
            using (var source = File.OpenRead(copy))
                source.CopyTo(target);
            writing += Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            using (var source = new BrotliStream(File.OpenRead(blob), CompressionMode.Decompress))
            using (var target = File.Create(copy))
                source.CopyTo(target);
            unpacking += Stopwatch.GetElapsedTime(began);
            (bytes, packed) = (bytes + new FileInfo(copy).Length, packed + new FileInfo(blob).Length);
        }

        output.WriteLine(Text($"{articles} articles: {bytes >> 20} MiB on disk, {packed >> 20} MiB in snapshots"));
        output.WriteLine(Text($"{bytes / articles} bytes an article on disk, {packed / articles} in a snapshot"));
        output.WriteLine(Text(
            $"snapshots written in {writing.TotalSeconds:F1} s, unpacked by a cold instance in {unpacking.TotalSeconds:F1} s"));
        return [.. indexes.Select((_, month) => new MonthIndex(Path.Combine(folder, $"{month}.copy")))];
    }

    private static void AskCold(IReadOnlyList<MonthIndex> indexes, TextWriter output)
    {
        var times = Queries.Select(asked => Time(indexes, SearchTerms.Parse(asked.Query(Repeats))!, SearchOrder.Relevance)).ToList();
        output.WriteLine($"cold, one query after the other: {string.Join(", ", times.Select(time => Text($"{time:F0} ms")))}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Ask(IReadOnlyList<MonthIndex> indexes, SearchOrder order, TextWriter output)
    {
        foreach (var (name, query) in Queries)
        {
            var times = Enumerable.Range(0, Repeats).Select(n => Time(indexes, SearchTerms.Parse(query(n))!, order)).ToList();
            var sorted = times.Order().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{order,-9} {name,-22} first {times[0],7:F1}  median {sorted[Repeats / 2],7:F1}  "
                + $"95 % {sorted[Repeats * 95 / 100],7:F1} ms"));
        }
    }

    private static double Time(IReadOnlyList<MonthIndex> indexes, SearchTerms terms, SearchOrder order)
    {
        var query = new ListQuery { Limit = Page };
        var began = Stopwatch.GetTimestamp();
        var hits = order == SearchOrder.Relevance
            ? indexes.SelectMany(month => month.Search(terms, query, order).Take(Page)).OrderBy(hit => hit.Rank).Take(Page).ToList()
            : [.. indexes.Reverse().SelectMany(month => month.Search(terms, query, order)).Take(Page)];
        GC.KeepAlive(hits);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
