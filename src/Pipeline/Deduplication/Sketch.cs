using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Pipeline.Deduplication;

/// <summary>The words of a text as 16-bit hashes, in their order.</summary>
internal sealed record Sketch(ushort[] Words)
{
    private const int Header = 1;
    private const int MostWords = 3000;

    public static Sketch Of(IReadOnlyList<string> words) =>
        new([.. words.Take(MostWords).Select(word => (ushort)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word.AsSpan())))]);

    public static Sketch? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Header || bytes[0] != Fingerprint.CurrentVersion)
            return null;
        var words = new ushort[(bytes.Length - Header) / 2];
        for (var i = 0; i < words.Length; i++)
            words[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(Header + (i * 2))..]);
        return new Sketch(words);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Header + (Words.Length * 2)];
        bytes[0] = Fingerprint.CurrentVersion;
        for (var i = 0; i < Words.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Header + (i * 2)), Words[i]);
        return bytes;
    }

    public HashSet<ulong> Shingles()
    {
        var shingles = new HashSet<ulong>();
        for (var i = 0; i + 3 <= Words.Length; i++)
            shingles.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(Words.AsSpan(i, 3))));
        return shingles;
    }

    public IReadOnlyList<ulong> Bands() => [.. Shingles().Order().Take(Fingerprint.MostBands)];
}
