namespace Pipeline.Clusters;

/// <summary>
/// Puts the corrected text before the one that was wrong, so that lists show it and a poller hears of it. A correction is what says so
/// of itself, or what the same source sent later with other figures or names in the same places.
/// </summary>
internal static class Corrections
{
    /// <param name="members">In the order in which they would stand for the cluster if none of them were wrong.</param>
    /// <param name="rank">What the operator's policies make of a member: no correction passes one of a better rank.</param>
    public static IReadOnlyList<ClusterMember> PutFirst(IReadOnlyList<ClusterMember> members, Func<ClusterMember, int> rank)
    {
        if (members.Count < 2)
            return members;
        var first = members[0];
        var corrected = members
            .Where(member => rank(member) == rank(first) && Corrects(member, first, members))
            // Of its own source the last word; of others the first, as whoever copies a correction copies its mark.
            .OrderBy(member => member.Source == first.Source ? 0 : 1)
            .ThenBy(member => member.Source == first.Source ? -member.ListedAt.UtcTicks : member.ListedAt.UtcTicks)
            .ThenBy(member => member.ArticleId, StringComparer.Ordinal)
            .FirstOrDefault();
        return corrected is null ? members : [corrected, .. members.Where(member => member != corrected)];
    }

    private static bool Corrects(ClusterMember member, ClusterMember first, IReadOnlyList<ClusterMember> members) =>
        member.ListedAt > first.ListedAt
        && (member.Source == first.Source
            ? member.IsCorrection || members.Any(other => other.Source == member.Source && Mends(member, other))
            : member.IsCorrection && !first.IsCorrection);

    // Whichever of the two came first, the match stands with the one that came second.
    private static bool Mends(ClusterMember member, ClusterMember other) =>
        member.ListedAt > other.ListedAt
        && ((member.MatchedWith == other.ArticleId && member.Match is { IsMended: true })
            || (other.MatchedWith == member.ArticleId && other.Match is { IsMended: true }));
}
