using System.Text;

namespace Pipeline.Parsing.Archives;

/// <summary>
/// Keeps the bytes of a name whose encoding is not known: each byte beyond ASCII becomes a character for private use, from which it can
/// be had back.
/// </summary>
internal sealed class RawNameEncoding : Encoding
{
    private const int Offset = 0xf700;

    public static RawNameEncoding Instance { get; } = new();

    /// <summary>True for a name that holds bytes which were not decoded.</summary>
    public static bool IsRaw(string name) => name.Any(c => c is >= (char)(Offset + 0x80) and <= (char)(Offset + 0xff));

    public static byte[] BytesOf(string name) => [.. name.Select(c => c >= Offset ? (byte)(c - Offset) : (byte)c)];

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
            bytes[byteIndex + i] = chars[charIndex + i] >= Offset ? (byte)(chars[charIndex + i] - Offset) : (byte)chars[charIndex + i];
        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
            chars[charIndex + i] = bytes[byteIndex + i] < 0x80 ? (char)bytes[byteIndex + i] : (char)(Offset + bytes[byteIndex + i]);
        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}
