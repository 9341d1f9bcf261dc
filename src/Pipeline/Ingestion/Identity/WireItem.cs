using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Articles;

namespace Pipeline.Ingestion.Identity;

/// <summary>
/// A wire item through its versions: many providers write the version into the id, so that each version seems to be an item of its own.
/// </summary>
/// <param name="Id">The id without the version; the same for every version of the item.</param>
/// <param name="Version">The version that the provider states, else the one in the id.</param>
/// <param name="IsCertain">False where the version in the id is only an agency's habit: another item may end in a number too.</param>
internal sealed partial record WireItem(string Id, int Version, bool IsCertain)
{
    /// <summary>The item behind an id and a stated version; 1 counts as none stated, as it does for the parsers.</summary>
    public static WireItem FromId(string id, int version)
    {
        if (PublicIdentifier().Match(id) is { Success: true } urn)
            return new WireItem(urn.Groups["item"].Value, version > 1 ? version : Number(urn), IsCertain: true);
        if (WithoutRevision().IsMatch(id) || Versioned().Match(id) is not { Success: true } habit)
            return new WireItem(id, version, IsCertain: true);
        // A dash or a slash stands before many numbers; only one that is the stated version is known to be one.
        var isVersion = Number(habit) == version || (version == 1 && habit.Groups["mark"].Value is "#" or ":");
        return isVersion ? new WireItem(habit.Groups["item"].Value, Number(habit), IsCertain: false)
            : new WireItem(id, version, IsCertain: true);
    }

    /// <summary>The item of an article; <c>null</c> for one that no wire brought.</summary>
    public static WireItem? FromArticle(Article article) =>
        article is { SourceId: { } id, Wire: { } wire } ? FromId(id, wire.Version) : null;

    /// <summary>The article with the version that its id names where it states none. What is only a habit is not trusted so far.</summary>
    public static Article ReadVersion(Article article) =>
        FromArticle(article) is { IsCertain: true } item && item.Version != article.Wire!.Version
            ? article with { Wire = article.Wire with { Version = item.Version } }
            : article;

    private static int Number(Match match) => int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture);

    // RFC 3085, section 3.1: urn:newsml:ProviderId:DateId:NewsItemId:RevisionId, with the update letter of NewsML 1 (N, U, A) behind it.
    [GeneratedRegex(
        @"^(?<item>urn:newsml:[^:]+:[0-9]{4}-?[0-9]{2}-?[0-9]{2}(?:T[0-9]{6}[^:]{0,6})?:[^:]+):(?<version>[0-9]{1,6})[NUAD]?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex PublicIdentifier();

    // The same without the RevisionId, as Superdesk and G2 write it: what stands last names the item. A date may have a time, whose colons
    // part nothing.
    [GeneratedRegex(
        @"^urn:newsml:[^:]+:(?:[0-9]{4}[0-9-]{0,6}(?:T[0-9:.]{4,20}[^:]{0,6})?:)?[^:]+$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex WithoutRevision();

    [GeneratedRegex(
        @"^(?<item>.{2,}[^:#/._-])(?<mark>[:#/._-])(?:v|ver|version|rev|r)?(?<version>[0-9]{1,4})[NUAD]?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking, MatchTimeout)]
    private static partial Regex Versioned();
}
