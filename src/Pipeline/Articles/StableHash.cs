using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Articles;

/// <summary>Hashes that are the same in every process and for ever: what ids and keys are made of (SHA-256, FIPS 180-4).</summary>
public static class StableHash
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>26 characters of lower-case base32 (130 bits) over the parts; the parts cannot run into each other.</summary>
    public static string Id(params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
        return string.Create(26, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[FiveBits(bytes, i * 5)];
        });
    }

    /// <summary>64 characters of lower-case hexadecimal.</summary>
    public static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static int FiveBits(byte[] bytes, int bit)
    {
        var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
        return (pair >> (11 - (bit % 8))) & 31;
    }
}
