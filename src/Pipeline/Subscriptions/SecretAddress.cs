namespace Pipeline.Subscriptions;

/// <summary>
/// Addresses as they may be shown and logged. A user's name and password, whatever a query's parameter holds that is called or looks like
/// a key, and parts of a path that look like one become <c>***</c>.
/// </summary>
public static class SecretAddress
{
    private const string Hidden = "***";

    // Keys of publishers have 20 characters and more; words and dates in a path are shorter or have hyphens.
    private const int KeyLength = 20;

    private static readonly string[] Names = [
        "key", "token", "auth", "pass", "pwd", "secret", "sig", "code", "user", "login", "session", "sid", "hash", "credential"];

    /// <summary>The address without its credentials.</summary>
    public static string Mask(Uri address)
    {
        var user = address.UserInfo.Length > 0 ? $"{Hidden}@" : "";
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(MaskSegment));
        var query = address.Query.Length > 1 ? $"?{string.Join('&', address.Query[1..].Split('&').Select(MaskParameter))}" : "";
        return $"{address.Scheme}://{user}{address.Authority}{path}{query}";
    }

    /// <summary>True where something of an address is hidden.</summary>
    public static bool IsMasked(string shown) => shown.Contains(Hidden, StringComparison.Ordinal);

    /// <summary>The base for relative links and nothing more: no user, no query.</summary>
    public static Uri WithoutSecrets(Uri address) =>
        new($"{address.Scheme}://{address.Authority}{string.Join('/', address.AbsolutePath.Split('/').Select(MaskSegment))}");

    private static string MaskParameter(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return IsKey(parameter) ? Hidden : parameter;
        var (name, value) = (parameter[..equals], parameter[(equals + 1)..]);
        var isSecret = value.Length > 0
            && (IsKey(value) || Names.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        return isSecret ? $"{name}={Hidden}" : parameter;
    }

    private static string MaskSegment(string segment)
    {
        var dot = segment.LastIndexOf('.');
        var stem = dot > 0 ? segment[..dot] : segment;
        return IsKey(stem) ? Hidden + segment[stem.Length..] : segment;
    }

    private static bool IsKey(string text) =>
        text.Length >= KeyLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '%' or '=' or '+')
        && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);
}
