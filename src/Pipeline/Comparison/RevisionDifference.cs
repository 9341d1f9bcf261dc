using Pipeline.Articles;

namespace Pipeline.Comparison;

/// <summary>What a revision changed, for people to read.</summary>
/// <param name="Kind">The weightiest change.</param>
/// <param name="FormerTitle">The headline before, where it changed.</param>
/// <param name="FormerStatus">The wire status before, where it changed.</param>
/// <param name="Correction">The publisher's correction notice, where the revision brought one.</param>
/// <param name="Changes">Passages of the text that were replaced, put in or taken out, in order.</param>
public sealed record RevisionDifference(
    RevisionKind Kind,
    string? FormerTitle,
    WireStatus? FormerStatus,
    string? Correction,
    IReadOnlyList<PassageChange> Changes)
{
    public static RevisionDifference Between(Article old, Article @new)
    {
        var changes = PassageChange.Between(old.Text, @new.Text);
        var formerTitle = old.Title == @new.Title ? null : old.Title;
        WireStatus? formerStatus = StatusOf(old) == StatusOf(@new) ? null : StatusOf(old);
        var correction = CorrectionNotice.In(old, @new);
        return new RevisionDifference(
            KindOf(formerStatus, correction, changes, formerTitle), formerTitle, formerStatus, correction, changes);
    }

    private static WireStatus StatusOf(Article article) => article.Wire?.Status ?? WireStatus.Usable;

    private static RevisionKind KindOf(
        WireStatus? formerStatus, string? correction, IReadOnlyList<PassageChange> changes, string? formerTitle) =>
        (formerStatus, correction, changes.Count, formerTitle) switch
        {
            (not null, _, _, _) => RevisionKind.Status,
            (_, not null, _, _) => RevisionKind.Correction,
            (_, _, 0, not null) => RevisionKind.Headline,
            (_, _, 0, null) => RevisionKind.Facts,
            _ => changes.All(change => change.IsTypo) ? RevisionKind.Typo : RevisionKind.Update,
        };
}
