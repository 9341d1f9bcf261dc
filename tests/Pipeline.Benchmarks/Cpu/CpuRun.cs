using System.Text;
using CodeHollow.FeedReader;
using Pipeline.Articles;
using Pipeline.Bounds;
using Pipeline.Enrichment;
using Pipeline.Enrichment.Steps;
using Pipeline.Matching;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Benchmarks.Cpu;

/// <summary>Measures the processor time of this thread, of which other threads and processes take nothing.</summary>
internal sealed class CpuRun(int rounds, TextWriter output)
{
    private const int FeedEntries = 100;

    // What goes on for longer than this is code that the runtime has optimised.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    private static readonly EntryOrigin Origin = new("b", "0", 0);

    private readonly ArticleEnricher enricher = new(new EnrichmentSettings());
    private readonly FileParser parser = new(new ParsingSettings());

    public void Measure(IReadOnlyList<Entry> entries)
    {
        Repeat(() => _ = entries.Select(entry => SignatureOf(Enrich(entry))).Count(signature => signature is not null));
        var costs = entries.Select(entry => Least(() => Enrich(entry)).TotalMilliseconds).Order().ToArray();
        output.WriteLine(
            $"{entries.Count} real articles: enrichment median {At(costs, 0.5):F2} ms, 95th percentile {At(costs, 0.95):F2} ms, "
                + $"average {costs.Average():F2} ms");
        var texts = entries.Select(entry => Enrich(entry).Text).Where(text => Fingerprint.FromText(text) is not null).ToArray();
        var signatures = Least(() => texts.Count(text => Fingerprint.FromText(text) is not null));
        output.WriteLine(
            $"{texts.Length / signatures.TotalSeconds:F0} signatures a second and core, of texts of {texts.Average(
                text => text.Length):F0} characters on average");
        MeasureFeed(FullFeed.Write(entries, FeedEntries));
    }

    private void MeasureFeed(string feed)
    {
        var bytes = Encoding.UTF8.GetBytes(feed);
        Repeat(() =>
        {
            _ = FeedReader.ReadFromString(feed);
            Take(bytes);
        });
        var bare = Least(() => FeedReader.ReadFromString(feed));
        var (whole, parse) = (Least(() => Take(bytes)), Least(() => _ = Parse(bytes).Count));
        output.WriteLine(
            $"feed of {FeedEntries} full entries ({bytes.Length / 1024} KiB): parse, enrichment and signatures "
                + $"{whole.TotalMilliseconds:F1} ms, of these parse {parse.TotalMilliseconds:F1} ms; "
                + $"CodeHollow's bare parse {bare.TotalMilliseconds:F2} ms: {whole / bare:F1} times");
    }

    private void Take(byte[] feed)
    {
        foreach (var entry in Parse(feed))
            SignatureOf(Enrich(entry));
    }

    private List<Entry> Parse(byte[] feed) => parser.Parse(new DroppedFile("b/feed.xml", feed)) is ParseResult.Parsed { Entries: var found }
        ? [.. found.OfType<ParsedEntry.Readable>().Select(entry => entry.Entry)]
        : throw new InvalidOperationException("The feed was not read.");

    private Article Enrich(Entry entry) => enricher.Enrich(entry, Origin, "b", DateTimeOffset.UnixEpoch);

    private static Fingerprint? SignatureOf(Article article) => Fingerprint.FromText(article.Text, article.Source, article.Published);

    private TimeSpan Least<T>(Func<T> work) => Least(() => { _ = work(); });

    private TimeSpan Least(Action work) => Enumerable.Range(0, rounds).Min(_ =>
    {
        var start = ThreadCpuClock.Elapsed;
        work();
        return ThreadCpuClock.Elapsed - start;
    });

    private static void Repeat(Action work)
    {
        for (var start = ThreadCpuClock.Elapsed; ThreadCpuClock.Elapsed - start < WarmUp;)
            work();
    }

    private static double At(double[] ordered, double share) => ordered[(int)((ordered.Length - 1) * share)];
}
