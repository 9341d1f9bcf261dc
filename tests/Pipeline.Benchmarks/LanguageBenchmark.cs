using System.Diagnostics;
using Pipeline.Enrichment.Languages;

namespace Pipeline.Benchmarks;

/// <summary>
/// The cost of language detection, and its accuracy over <c>PIPELINE_SENTENCES</c>, a folder with a file of sentences for each
/// language (<c>de.txt</c>), where there is one: paragraphs are successive sentences cut at 200 characters, titles are cut at 60.
/// The even lines (counted from 0) of lingua-dotnet's test sentences served for the profiles: only the odd ones are tested.
/// </summary>
internal static class LanguageBenchmark
{
    public static void Run(TextWriter output)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var profiles = LanguageProfile.Shipped.Count;
        LanguageDetector.Detect("The first text loads the profiles of all the languages.");
        var cold = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        output.WriteLine(
            $"{profiles} profiles: {cold:F0} ms on first use, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB");
        if (Environment.GetEnvironmentVariable("PIPELINE_SENTENCES") is { } folder)
            Accuracy(output, folder);
    }

    private static void Accuracy(TextWriter output, string folder)
    {
        var results = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(Of).ToArray();
        foreach (var result in results)
            output.WriteLine($"  {result.Language} paragraphs {result.Paragraphs:F3} titles {result.Titles:F3}");
        output.WriteLine(
            $"{results.Length} languages: paragraphs {results.Average(r => r.Paragraphs):F4}, titles {results.Average(
                r => r.Titles):F4}, {results.Average(r => r.Milliseconds):F3} ms a text");
    }

    private static (string Language, double Paragraphs, double Titles, double Milliseconds) Of(string file)
    {
        var language = Path.GetFileNameWithoutExtension(file);
        var lines = File.ReadAllLines(file).Where((_, i) => i % 2 == 1).ToArray();
        var titles = lines.Where(line => line.Length >= 20).Select(line => line[..Math.Min(60, line.Length)]).ToArray();
        var joined = string.Join(' ', lines);
        var paragraphs = Enumerable.Range(0, joined.Length / 200).Select(i => joined.Substring(i * 200, 200)).ToArray();
        var start = Stopwatch.GetTimestamp();
        var shares = (Share(paragraphs, language), Share(titles, language));
        return (language, shares.Item1, shares.Item2,
            Stopwatch.GetElapsedTime(start).TotalMilliseconds / (paragraphs.Length + titles.Length));
    }

    private static double Share(string[] texts, string language) =>
        texts.Count(text => LanguageDetector.Detect(text) is { } guess && LanguageTag.Primary(guess.Language) == language)
            / (double)texts.Length;
}
