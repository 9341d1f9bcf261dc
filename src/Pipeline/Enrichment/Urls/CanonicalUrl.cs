using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Urls;

/// <summary>
/// One spelling for every address of one article (RFC 3986 section 6, and what publishers do beyond it): https, host in
/// lower-case ASCII, no user, default port, fragment, session id, default document or tracking parameter, parameters in order,
/// AMP and mobile variants folded. Applying it twice changes nothing, and the order of parameters never matters.
/// </summary>
public static partial class CanonicalUrl
{
    private const int MaxLength = 4096;

    /// <summary><c>null</c> for what is not an absolute http or https address.</summary>
    public static string? FromAddress(string? address)
    {
        if (Parse(address) is not { } url)
            return null;
        url = AmpCache.Original(url) is { } original ? Parse(original) ?? url : url;
        var host = Host(url);
        var port = url.IsDefaultPort || url.Port is 80 or 443 ? "" : $":{url.Port}";
        var (path, query) = ShortLink(ref host, url.AbsolutePath, Query(host, Path(url.AbsolutePath), url.Query));
        return $"https://{host}{port}{Path(path)}{query}{HashBang(url.Fragment)}";
    }

    private static Uri? Parse(string? address)
    {
        var trimmed = address?.Trim();
        if (trimmed?.StartsWith("//", StringComparison.Ordinal) == true)
            trimmed = "https:" + trimmed;
        return trimmed is { Length: <= MaxLength } && Uri.TryCreate(trimmed, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && HasHost(url) ? url : null;
    }

    // A host that no rule of international names accepts shows only here, as an exception.
    private static bool HasHost(Uri url)
    {
        try
        {
            return url.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static string Host(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        var known = UrlRules.Shipped.HostOf(host);
        return known != host ? known : MobileHost().Replace(
            host, match => match.Groups["edition"].Success ? match.Groups["edition"].Value : SiteOf(match.Groups["site"].Value));
    }

    // A site's own name has two labels, or three under a second-level suffix such as co.uk; only those have a www.
    private static string SiteOf(string site) => SiteName().IsMatch(site) ? $"www.{site}" : site;

    private static string Path(string path)
    {
        path = SessionInPath().Replace(path, "");
        path = AmpInPath().Replace(path, "${end}");
        path = DefaultDocument().Replace(path, "/");
        return PercentEncoding.Normalise(path.Length == 0 ? "/" : path);
    }

    private static string Query(string host, string path, string query)
    {
        var parameters = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => PercentEncoding.Normalise(pair.Replace("amp;", "", StringComparison.Ordinal)))
            .Where(pair => UrlRules.Shipped.Identifies(host, path, pair))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return parameters.Length == 0 ? "" : "?" + string.Join('&', parameters);
    }

    private static (string Path, string Query) ShortLink(ref string host, string path, string query)
    {
        if (host != "youtu.be" || path.Length < 2)
            return (path, query);
        host = "www.youtube.com";
        return ("/watch", $"?v={path[1..]}");
    }

    // An address that a script resolves: what stands behind #! names the article.
    private static string HashBang(string fragment) => fragment.StartsWith("#!", StringComparison.Ordinal) ? fragment : "";

    [GeneratedRegex(@"^(?:m|mobile|amp|wap|touch|3g)\.(?<site>[^.]+\..+)$|(?<=^[a-z-]+\.)(?<edition>)m\.(?=wikipedia\.org$|wikinews\.org$)",
        RegexOptions.None, MatchTimeout)]
    private static partial Regex MobileHost();

    [GeneratedRegex(@"^[^.]+\.(?:[a-z-]+|(?:co|com|org|net|gov|edu|ac|or|ne|go)\.[a-z]{2})$", RegexOptions.None, MatchTimeout)]
    private static partial Regex SiteName();

    [GeneratedRegex(";(?:jsessionid|phpsessid|sid|s)=[^/;?]*", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex SessionInPath();

    [GeneratedRegex(@"^/amp(?=/.)|/amp/?$|\.amp(?<end>\.html?)?$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex AmpInPath();

    [GeneratedRegex(@"/(?:index|default|home)\.(?:html?|php\d?|aspx?|jsp|shtml|cfm)$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex DefaultDocument();
}
