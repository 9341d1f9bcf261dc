namespace Pipeline.Clusters;

/// <summary>That one member of a cluster credits another, or an outlet that is not among them, with the story.</summary>
/// <param name="From">The article that gives the credit.</param>
/// <param name="To">The article that it means; <c>null</c> where none of the cluster is it.</param>
/// <param name="Name">The outlet, as the article calls it; <c>null</c> where it gives an address alone.</param>
/// <param name="Url">The address that it gives.</param>
public sealed record SyndicationCredit(string From, string? To, string? Name, string? Url);

/// <summary>How a story went from outlet to outlet, as far as the members of its cluster say.</summary>
public static class Syndication
{
    // A host's labels that name no outlet.
    private static readonly string[] Prefixes = ["www.", "m.", "amp."];

    /// <summary>Who credits whom: by the address of the original, by that of its publisher, or by the publisher's name, in this
    /// order.</summary>
    public static IReadOnlyList<SyndicationCredit> CreditsOf(Cluster cluster) =>
        [.. cluster.Members.Select(member => CreditOf(member, cluster.Members)).OfType<SyndicationCredit>()];

    /// <summary>When the first of the members was published, withdrawn ones too.</summary>
    public static DateTimeOffset FirstOf(Cluster cluster) => cluster.Members.Min(member => member.ListedAt);

    private static SyndicationCredit? CreditOf(ClusterMember member, IReadOnlyList<ClusterMember> members)
    {
        var (publisher, original) = (member.OriginalPublisher, member.OriginalUrl);
        if (publisher is null && original is null)
            return null;
        // Earliest first, so that of several copies in one outlet the first is meant.
        var others = members.Where(other => other.ArticleId != member.ArticleId).OrderBy(other => other.ListedAt).ThenBy(
            other => other.ArticleId, StringComparer.Ordinal).ToList();
        var credited = others.Find(other => other.Url is { } url && (url == original || url == publisher?.Url))
            ?? others.Find(other => HostOf(other.Url) is { } host && (host == HostOf(original) || host == HostOf(publisher?.Url)))
            ?? others.Find(other => publisher?.Name is { } name && NamesOf(other).Contains(Folded(name)));
        return new SyndicationCredit(member.ArticleId, credited?.ArticleId, publisher?.Name, original ?? publisher?.Url);
    }

    private static IEnumerable<string> NamesOf(ClusterMember member) =>
        new[] { member.Republisher?.Name, member.Source }.OfType<string>().Select(Folded);

    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return null;
        var host = address.IdnHost;
        return Prefixes.FirstOrDefault(prefix => host.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? host[prefix.Length..]
            : host;
    }

    // A source is named as a folder is: "Coast Notes" drops into coast-notes.
    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
