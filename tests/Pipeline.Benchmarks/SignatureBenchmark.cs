using System.IO.Hashing;
using System.Runtime.InteropServices;
using Pipeline.Bounds;
using Pipeline.Enrichment;
using Pipeline.Matching;

namespace Pipeline.Benchmarks;

/// <summary>
/// Signatures a second of processor time, over made up articles in four languages, beside a plain MinHash (64 hashes) over the three-word
/// shingles of the same texts. The sum that it prints is the same for as long as signatures are.
/// </summary>
internal static class SignatureBenchmark
{
    private const int Articles = 400;
    private const int Rounds = 5;
    private const int Hashes = 64;
    private const int ShingleLength = 3;

    public static void Run(TextWriter output)
    {
        string[] texts = [.. SampleArticles.Make(Articles).Select(entry => ArticleEnricher.Read(entry).Body.Text)];
        var sum = new XxHash3();
        Array.ForEach(texts, text => sum.Append(Sign(text)));
        Array.ForEach(texts, text => MinHash(text));
        output.WriteLine($"{texts.Length} texts of {texts.Average(text => text.Length):F0} characters on average");
        output.WriteLine(
            $"signatures    {Rate(texts, text => Sign(text)),8:F0} a second of processor time, sum {sum.GetCurrentHashAsUInt64():x16}");
        output.WriteLine($"plain MinHash {Rate(texts, text => MinHash(text)),8:F0} a second of processor time");
    }

    private static double Rate(string[] texts, Action<string> work)
    {
        var started = ThreadCpuClock.Elapsed;
        for (var round = 0; round < Rounds; round++)
            Array.ForEach(texts, work);
        return Rounds * texts.Length / (ThreadCpuClock.Elapsed - started).TotalSeconds;
    }

    private static byte[] Sign(string text) => Fingerprint.FromText(text, "benchmark") is { } fingerprint
        ? [.. fingerprint.Sketch.Span, .. MemoryMarshal.AsBytes<ulong>(fingerprint.Bands.ToArray())] : [];

    private static ulong[] MinHash(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var least = new ulong[Hashes];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i + ShingleLength <= words.Length; i++)
        {
            var shingle = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(string.Join(' ', words.AsSpan(i, ShingleLength)!).AsSpan()));
            for (var hash = 0; hash < Hashes; hash++)
                least[hash] = Math.Min(least[hash], WordHash.Mix(shingle + ((ulong)hash * 0x9E3779B97F4A7C15)));
        }

        return least;
    }
}
