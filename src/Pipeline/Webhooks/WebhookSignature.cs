using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Webhooks;

/// <summary>Signs deliveries as Standard Webhooks 1.0 has it: HMAC-SHA-256 over <c>ID.TIMESTAMP.BODY</c>.</summary>
public static class WebhookSignature
{
    // The specification's bounds, in bytes.
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;
    private const string Prefix = "whsec_";

    /// <summary>Whether the secret is one: <c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
    public static bool IsSecret(string secret) => Decode(secret) is not null;

    /// <summary>The signature as the header has it: <c>v1,</c> and base64.</summary>
    /// <exception cref="ArgumentException">The secret is none.</exception>
    public static string Sign(string secret, string id, DateTimeOffset sentAt, ReadOnlySpan<byte> body)
    {
        var key = Decode(secret) ?? throw new ArgumentException("This is no secret of a webhook.", nameof(secret));
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{sentAt.ToUnixTimeSeconds()}.")));
        hash.AppendData(body);
        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }

    private static byte[]? Decode(string secret)
    {
        var bytes = new byte[LongestSecret];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length >= ShortestSecret
                ? bytes[..length] : null;
    }
}
