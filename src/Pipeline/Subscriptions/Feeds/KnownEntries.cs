using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Ingestion.Identity;
using Pipeline.Parsing.Formats;

namespace Pipeline.Subscriptions.Feeds;

/// <summary>
/// Tells the entries that are new from those that were dropped before, by 8 bytes of each one's hash: two of a million entries share them
/// once in 37 million feeds.
/// </summary>
internal sealed class KnownEntries
{
    private const int Bytes = 8;

    // What leaves a feed may come back, as when one of two servers behind a name lags behind.
    private const int KeptBodies = 2;
    private const int LeastKept = 50;

    private readonly List<long> hashes;

    private KnownEntries(List<long> hashes) => this.hashes = hashes;

    public static KnownEntries Read(byte[] packed) => new([
        .. Enumerable.Range(0, packed.Length / Bytes).Select(i => BinaryPrimitives.ReadInt64LittleEndian(packed.AsSpan(i * Bytes)))]);

    /// <summary>The entries' hashes, in the order of the file.</summary>
    public static IReadOnlyList<long> HashEntries(IEnumerable<ParsedEntry> entries, string source) => [
        .. entries.Select(entry => entry switch
        {
            ParsedEntry.Readable readable => Hash(EntryHash.ForEntry(readable.Entry, source)),
            ParsedEntry.Unreadable unreadable => Hash($"{unreadable.Label}\u001f{unreadable.Reason}"),
            _ => 0,
        })];

    /// <summary>How many of the body's entries are new.</summary>
    public int CountNew(IEnumerable<long> body)
    {
        var known = hashes.ToHashSet();
        return body.Distinct().Count(hash => !known.Contains(hash));
    }

    /// <summary>What is known after the body: its entries, and of those before as many as stood in a body.</summary>
    public byte[] Add(IReadOnlyList<long> body)
    {
        var kept = body.Concat(hashes).Distinct().Take(Math.Max(body.Count * KeptBodies, LeastKept)).ToList();
        var packed = new byte[kept.Count * Bytes];
        foreach (var (index, hash) in kept.Index())
            BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(index * Bytes), hash);
        return packed;
    }

    private static long Hash(string text) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
