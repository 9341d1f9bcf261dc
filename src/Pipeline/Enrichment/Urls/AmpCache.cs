using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Urls;

/// <summary>Addresses of the AMP caches, which carry the publisher's own address in their path.</summary>
internal static partial class AmpCache
{
    /// <summary>The publisher's address; <c>null</c> for an address that is no cache's.</summary>
    public static string? Original(Uri url)
    {
        var match = url.IdnHost switch
        {
            "www.google.com" or "google.com" => Viewer().Match(url.AbsolutePath),
            var host when host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase) => Cache().Match(url.AbsolutePath),
            _ => Match.Empty,
        };
        return match.Success ? $"https://{match.Groups["address"].Value}{url.Query}" : null;
    }

    [GeneratedRegex("^/amp/(?:s/)?(?<address>[^/]+\\..+)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Viewer();

    [GeneratedRegex("^/[acivw]+/(?:s/)?(?<address>[^/]+\\..+)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex Cache();
}
