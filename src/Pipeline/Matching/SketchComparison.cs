namespace Pipeline.Matching;

/// <summary>
/// Verification of a candidate: whether two sketches carry one story text. What the texts say in the places where they agree decides first
/// (<see cref="Facts"/>), then whether they lead with the same sentences, then how much they share.
/// </summary>
/// <remarks>The shares were chosen on labelled copies in 16 languages and on 9,500 wire stories (the development halves).</remarks>
public static class SketchComparison
{
    /// <summary>From here on two texts are one text throughout.</summary>
    private const double SameThroughout = 0.7;

    /// <summary>Two texts that share less than this share phrases of the language.</summary>
    private const double ForeignShare = 0.2;

    /// <summary><c>null</c> where they do not, and for sketches of different versions. Symmetric.</summary>
    public static Match? Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        ReadBoth(a, b) is var (inA, inB) ? Judge(inA, inB, Evidence.From(inA, inB)) : null;

    /// <summary>Whether two texts lead with the same sentences. False for sketches of different versions.</summary>
    public static bool LeadAlike(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        ReadBoth(a, b) is var (inA, inB) && Evidence.From(inA, inB).LeadAlike;

    /// <summary>Whether two texts are one form that one source filled in on two days. False for sketches of different versions.</summary>
    public static bool AreIssuesOfTwoDays(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        ReadBoth(a, b) is var (inA, inB) && Evidence.From(inA, inB).IsIssueOfAnotherDay;

    /// <summary>Whether two texts have so little in common that they tell different stories. False for sketches of different
    /// versions.</summary>
    public static bool AreForeign(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        ReadBoth(a, b) is var (inA, inB) && SharedWords.Containment(inA, inB) < ForeignShare;

    private static (SharedWords A, SharedWords B)? ReadBoth(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (Sketch.Read(a) is not { } sketchA || Sketch.Read(b) is not { } sketchB)
            return null;
        return LayBeside(sketchA, sketchB);
    }

    /// <summary>What each of two texts shares with the other.</summary>
    internal static (SharedWords A, SharedWords B) LayBeside(Sketch a, Sketch b)
    {
        var level = Math.Max(a.Level, b.Level);
        return SharedWords.Between(a.AtLevel(level), b.AtLevel(level));
    }

    /// <summary>The match that the evidence on two texts makes; <c>null</c> where they are not one story.</summary>
    internal static Match? Judge(SharedWords a, SharedWords b, Evidence evidence)
    {
        var (resemblance, containment) = (SharedWords.Resemblance(a, b), SharedWords.Containment(a, b));
        if (!evidence.IsOneStory)
            return null;
        var rule = resemblance >= SameThroughout ? MatchRule.Resemblance : MatchRule.Containment;
        return new Match(rule, resemblance, containment) { IsMended = evidence.IsMended };
    }
}
