using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Urls;

/// <summary>Addresses of pictures and recordings, which many hosts sign anew for every reader.</summary>
internal static partial class MediaAddress
{
    /// <summary>The address without tracking parameters, signatures and expiry times; as it is where it is none.</summary>
    public static string Stable(string address)
    {
        if (CanonicalUrl.FromAddress(address) is not { } url)
            return address;
        if (url.IndexOf('?', StringComparison.Ordinal) is not (> 0 and var mark))
            return url;
        var kept = url[(mark + 1)..].Split('&').Where(parameter => !Volatile().IsMatch(parameter));
        return $"{url[..mark]}?{string.Join('&', kept)}".TrimEnd('?');
    }

    // Amazon S3 and CloudFront, Google Cloud Storage, Azure SAS, Akamai tokens, and what pages add so that caches are passed by.
    [GeneratedRegex(
        "^(?:x-amz-[a-z-]+|x-goog-[a-z-]+|awsaccesskeyid|googleaccessid|expires?|exp|signature|sig|s|policy|key-pair-id|token|hdnts|hdnea"
        + "|hmac|"
        + "s[tepvr]|spr|sdd|ts|timestamp|t|_|cb|cachebuster|nocache|rand|random|rnd|nonce)=",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Volatile();
}
