namespace Pipeline.Deduplication;

/// <summary>Verification of a candidate: whether two sketches carry one story text.</summary>
public static class SketchComparison
{
    private const double LeastResemblance = 0.45;
    private const double LeastContainment = 0.65;

    /// <summary><c>null</c> where they do not, and for sketches of different versions. Symmetric.</summary>
    public static Match? Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (Sketch.Read(a) is not { } first || Sketch.Read(b) is not { } second)
            return null;
        var (shinglesA, shinglesB) = (first.Shingles(), second.Shingles());
        var shared = (double)shinglesA.Count(shinglesB.Contains);
        var resemblance = shared / (shinglesA.Count + shinglesB.Count - shared);
        var containment = shared / Math.Min(shinglesA.Count, shinglesB.Count);
        if (resemblance >= LeastResemblance)
            return new Match(MatchRule.Resemblance, resemblance, containment);
        return containment >= LeastContainment ? new Match(MatchRule.Containment, resemblance, containment) : null;
    }
}
