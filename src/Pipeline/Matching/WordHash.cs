using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Matching;

/// <summary>64-bit hashes of words (XXH3), the same on every machine: what sketches and bands are stored as.</summary>
internal static class WordHash
{
    public static ulong Compute(ReadOnlySpan<char> word) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word));

    /// <summary>Spreads a value over all 64 bits (the finaliser of SplitMix64, Steele et al. 2014).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
