namespace Pipeline.Matching;

/// <summary>What the comparison of two texts came to, for whoever asks about more than two.</summary>
/// <param name="InFirst">What the first shares with the second.</param>
/// <param name="InSecond">What the second shares with the first.</param>
/// <param name="Match">Why they carry one text; <c>null</c> where they do not.</param>
/// <param name="IsUnderOwnTops">Whether all that they share may be what is printed under any story.</param>
/// <param name="AreTopsTied">Whether their tops speak of what they share.</param>
internal sealed record TextPair(SharedWords InFirst, SharedWords InSecond, Match? Match, bool IsUnderOwnTops, bool AreTopsTied)
{
    public static TextPair From(Sketch first, Sketch second)
    {
        var (a, b) = SketchComparison.LayBeside(first, second);
        var evidence = Evidence.From(a, b);
        // A text that is too long to be kept whole is no short story under a notice, and its passages have no places to compare.
        var isWhole = first.Level == 0 && second.Level == 0;
        var isUnderOwnTops = isWhole && evidence.IsUnderOwnTops;
        return new TextPair(
            a, b, SketchComparison.Judge(a, b, evidence), isUnderOwnTops, AreTopsTied: isUnderOwnTops && evidence.AreTopsTied);
    }
}
