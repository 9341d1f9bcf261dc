using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Http.Settings;
using Pipeline.Storage.Account;

namespace Pipeline.Http.Feeds;

/// <summary>
/// The token that opens the feeds to whoever has no key: an HMAC-SHA-256 of the reader key under a secret that is kept in the store.
/// Another reader key makes another token, and so does another secret.
/// </summary>
internal sealed class FeedTokens(PipelineHttpSettings settings, SecretStore secrets)
{
    private const string SecretName = "feeds";

    // 128 bits, which nobody guesses.
    private const int Length = 16;

    public async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        var secret = await secrets.FindAsync(SecretName, cancellationToken);
        return Base64Url.EncodeToString(
            HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(settings.ReaderKey ?? "")).AsSpan(0, Length));
    }

    /// <summary>Ends the token at once, on every instance, and makes another.</summary>
    public async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        await secrets.RenewAsync(SecretName, cancellationToken);
        return await FindAsync(cancellationToken);
    }

    /// <summary>Whether this is the token. What no token can be costs no storage operation.</summary>
    public async Task<bool> IsTokenAsync(string token, CancellationToken cancellationToken) =>
        token.Length == Base64Url.GetEncodedLength(Length) && Equal(token, await FindAsync(cancellationToken));

    private static bool Equal(string token, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected));
}
