using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Cursors;

/// <summary>
/// A place that a client hands back. Opaque to it: base64url over a version byte, a kind byte, 8 bytes of the hash of the request's scope,
/// a 16-byte authenticator (HMAC-SHA-256, RFC 2104, truncated as its section 5 allows) over everything else, and the position.
/// </summary>
/// <param name="key">The same on every instance.</param>
internal sealed class CursorSigner(byte[] key)
{
    private const byte Version = 2;

    // Pollers keep cursors for ever. The first version had its scope in the authenticator alone.
    private const byte FirstVersion = 1;
    private const int MacLength = 16;
    private const int ScopeLength = 8;

    /// <param name="kind">What it is a place in.</param>
    /// <param name="scope">What must be the same when it comes back: the filters of a list.</param>
    /// <param name="position">Where.</param>
    public string Sign(CursorKind kind, string scope, string position)
    {
        var place = Encoding.UTF8.GetBytes(position);
        var hash = HashScope(scope);
        var authenticator = Authenticate([Version, (byte)kind, .. hash, .. place]);
        return Base64Url.EncodeToString([Version, (byte)kind, .. hash.AsSpan(0, ScopeLength), .. authenticator, .. place]);
    }

    public CursorReading Read(CursorKind kind, string scope, string cursor)
    {
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: >= 2 + MacLength } bytes)
            return new CursorReading(null, ProblemTypes.ForgedCursor);
        if (bytes[0] is not (Version or FirstVersion))
            return new CursorReading(null, ProblemTypes.StaleCursor);
        if (bytes[1] != (byte)kind)
            return new CursorReading(null, ProblemTypes.ForeignCursor);
        return Read(bytes, HashScope(scope));
    }

    private CursorReading Read(byte[] bytes, byte[] scope)
    {
        var header = 2 + (bytes[0] == Version ? ScopeLength : 0);
        if (bytes.Length < header + MacLength)
            return new CursorReading(null, ProblemTypes.ForgedCursor);
        if (bytes[0] == Version && !bytes.AsSpan(2, ScopeLength).SequenceEqual(scope.AsSpan(0, ScopeLength)))
            return new CursorReading(null, ProblemTypes.ChangedFilter);
        var place = bytes.AsSpan(header + MacLength);
        var expected = Authenticate([bytes[0], bytes[1], .. scope, .. place]);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(header, MacLength), expected)
            ? new CursorReading(Encoding.UTF8.GetString(place), null)
            : new CursorReading(null, ProblemTypes.ForgedCursor);
    }

    private static byte[] HashScope(string scope) => SHA256.HashData(Encoding.UTF8.GetBytes(scope));

    private ReadOnlySpan<byte> Authenticate(byte[] signed) => HMACSHA256.HashData(key, signed).AsSpan(0, MacLength);
}
