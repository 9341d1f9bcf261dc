using System.IO.Hashing;

namespace Pipeline.Ledger;

/// <summary>The version of a file's bytes: 16 hexadecimal characters of their XxHash3 (not for security, only to tell two drops
/// apart).</summary>
public static class FileVersion
{
    public static string FromBytes(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes).ToString("x16", null);
}
