using System.IO.Compression;
using Pipeline.Articles;
using Pipeline.Parsing;
using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Benchmarks;

/// <summary>The entries of real files: the news pages of the corpora and the samples beside them, where they are.</summary>
internal static class RealEntries
{
    /// <param name="corpus">The folder of the corpora; its neighbour <c>samples</c> is read as well.</param>
    public static IReadOnlyList<Entry> Read(string corpus)
    {
        var pages = Directory.EnumerateFiles(Path.Combine(corpus, "pages", "html"), "*.gz").Order(StringComparer.Ordinal).Select(Unpacked);
        var samples = Path.Combine(corpus, "..", "samples");
        var files = Directory.Exists(samples) ? pages.Concat(Directory.EnumerateFiles(samples).Select(File.ReadAllBytes)) : pages;
        var parser = new FileParser(new ParsingSettings());
        return [.. files.Select((bytes, i) => parser.Parse(new DroppedFile($"real/{i}", bytes))).OfType<ParseResult.Parsed>()
            .SelectMany(parsed => parsed.Entries).OfType<ParsedEntry.Readable>().Select(entry => entry.Entry)];
    }

    private static byte[] Unpacked(string file)
    {
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
