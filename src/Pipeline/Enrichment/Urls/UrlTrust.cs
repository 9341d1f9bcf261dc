using System.Text.RegularExpressions;

namespace Pipeline.Enrichment.Urls;

/// <summary>
/// Whether an address that a page claims may be the page's own. Templates name the home page on every page, and hosts that were
/// merged name another site's; both would make one article of many.
/// </summary>
internal static partial class UrlTrust
{
    private const int TellingSlug = 12;

    /// <summary>Why a claim is not to be trusted, in words that follow its origin; <c>null</c> where it is.</summary>
    /// <param name="claimed">The claim, canonical.</param>
    /// <param name="fetched">Where the page was fetched from, canonical, where that is known.</param>
    public static string? Doubt(string claimed, string? fetched)
    {
        var (claim, own) = (new Uri(claimed), fetched is null ? null : new Uri(fetched));
        if (IsHome(claim) && (own is null || !IsHome(own)))
            return "names a home page";
        return own is null || Site(claim.Host) == Site(own.Host) || Names(claim, own) ? null : "names another site's page";
    }

    /// <summary>Whether two absolute addresses are of one site, whatever they have before its name. False for what is no address.</summary>
    public static bool AreOneSite(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b)
        && Site(a.Host) is { Length: > 0 } site && site == Site(b.Host);

    private static bool IsHome(Uri url) => url.Query.Length == 0 && url.Fragment.Length == 0 && Home().IsMatch(url.AbsolutePath);

    // A syndicated copy names its original: the two share a slug or a long number.
    private static bool Names(Uri claim, Uri own)
    {
        var slug = LastSegment(claim);
        return (slug.Length >= TellingSlug && slug.Equals(LastSegment(own), StringComparison.OrdinalIgnoreCase))
            || LongNumbers().Matches(claim.PathAndQuery).Select(match => match.Value).Intersect(
                LongNumbers().Matches(own.PathAndQuery).Select(match => match.Value)).Any();
    }

    private static string LastSegment(Uri url) => Extension().Replace(url.AbsolutePath.TrimEnd('/').Split('/')[^1], "");

    private static string Site(string host) => SiteOf().Match(host).Value;

    [GeneratedRegex("^/(?:[a-z]{2}(?:-[a-z]{2,4})?/?)?$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Home();

    [GeneratedRegex(@"\.[a-z]{2,5}$", RegexOptions.IgnoreCase, MatchTimeout)]
    private static partial Regex Extension();

    [GeneratedRegex("[0-9]{6,}", RegexOptions.None, MatchTimeout)]
    private static partial Regex LongNumbers();

    // Two labels, or three below a second-level suffix such as co.uk.
    [GeneratedRegex(@"[^.]+\.(?:(?:co|com|org|net|gov|edu|ac|or|ne|go)\.[a-z]{2}|[^.]+)$", RegexOptions.None, MatchTimeout)]
    private static partial Regex SiteOf();
}
