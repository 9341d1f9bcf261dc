using System.Security.Cryptography;
using System.Text;
using Pipeline.Articles;

namespace Pipeline.Subscriptions.Hubs;

/// <summary>What a hub is told for each subscription, derived from one secret so that nothing needs to be kept.</summary>
/// <param name="secret">The same on every instance.</param>
public sealed class HubKeys(byte[] secret)
{
    /// <summary>The last part of the callback, which nobody can guess.</summary>
    public string Token(string id) => StableHash.Id("callback", Derive(id));

    /// <summary>What the hub signs deliveries with (WebSub, 5.1: shorter than 200 bytes).</summary>
    public string Secret(string id) => StableHash.Hex($"signature\u001f{Derive(id)}");

    /// <summary>Whether a callback's token is ours.</summary>
    public bool Owns(string id, string token) => Equal(Token(id), token);

    /// <summary>Whether the subscription's secret signed the body: <c>sha256=…</c> (WebSub, 8).</summary>
    public bool Verifies(string id, string? signature, ReadOnlySpan<byte> body)
    {
        if (signature?.Split('=', 2) is not [var method, var digest])
            return false;
        HashAlgorithmName? algorithm = method.ToLowerInvariant() switch
        {
            // The largest public hub still signs with it.
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "sha384" => HashAlgorithmName.SHA384,
            "sha512" => HashAlgorithmName.SHA512,
            _ => null,
        };
        return algorithm is { } known && Equal(Sign(known, id, body), digest.ToLowerInvariant());
    }

    private string Sign(HashAlgorithmName algorithm, string id, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(CryptographicOperations.HmacData(algorithm, Encoding.UTF8.GetBytes(Secret(id)), body));

    private string Derive(string id) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(id)));

    private static bool Equal(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
