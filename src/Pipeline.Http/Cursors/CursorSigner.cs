using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Http.Problems;

namespace Pipeline.Http.Cursors;

/// <summary>
/// A place that a client hands back. Opaque to it: base64url over a version byte, a kind byte, a 16-byte authenticator
/// (HMAC-SHA-256, RFC 2104, truncated as its section 5 allows) over everything else with the request's scope, and the position.
/// </summary>
/// <param name="key">The same on every instance.</param>
internal sealed class CursorSigner(byte[] key)
{
    private const byte Version = 1;
    private const int MacLength = 16;
    private const int HeaderLength = 2 + MacLength;

    /// <param name="kind">What it is a place in.</param>
    /// <param name="scope">What must be the same when it comes back: the filters of a list.</param>
    /// <param name="position">Where.</param>
    public string Sign(CursorKind kind, string scope, string position)
    {
        var place = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([Version, (byte)kind, .. Authenticate(kind, scope, place), .. place]);
    }

    public CursorReading Read(CursorKind kind, string scope, string cursor)
    {
        if (!Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor) is not { Length: >= HeaderLength } bytes)
            return new CursorReading(null, ProblemTypes.ForgedCursor);
        if (bytes[0] != Version)
            return new CursorReading(null, ProblemTypes.StaleCursor);
        if (bytes[1] != (byte)kind)
            return new CursorReading(null, ProblemTypes.ForeignCursor);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(2, MacLength), Authenticate(kind, scope, bytes.AsSpan(HeaderLength)))
            ? new CursorReading(Encoding.UTF8.GetString(bytes.AsSpan(HeaderLength)), null)
            : new CursorReading(null, ProblemTypes.ForgedCursor);
    }

    private ReadOnlySpan<byte> Authenticate(CursorKind kind, string scope, ReadOnlySpan<byte> place)
    {
        byte[] signed = [Version, (byte)kind, .. SHA256.HashData(Encoding.UTF8.GetBytes(scope)), .. place];
        return HMACSHA256.HashData(key, signed).AsSpan(0, MacLength);
    }
}
