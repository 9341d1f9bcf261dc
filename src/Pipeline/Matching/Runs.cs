namespace Pipeline.Matching;

/// <summary>Runs of four words that follow each other.</summary>
internal static class Runs
{
    private const int Length = 4;

    /// <summary>Share of the distinct runs of the text that has fewer that the other has too, 0 to 1; 0 where it has none.</summary>
    public static double ShareOfSmaller(Sketch a, Sketch b)
    {
        var (inA, inB) = (Distinct(a), Distinct(b));
        var (smaller, larger) = inA.Count <= inB.Count ? (inA, inB) : (inB, inA);
        return smaller.Count == 0 ? 0 : (double)smaller.Count(larger.Contains) / smaller.Count;
    }

    private static HashSet<ulong> Distinct(Sketch sketch)
    {
        var runs = new HashSet<ulong>();
        for (var i = 0; i + Length <= sketch.Words.Length; i++)
        {
            if (sketch.Words.AsSpan(i, Length).Contains(Sketch.Break))
                continue;
            var run = 0UL;
            for (var j = i; j < i + Length; j++)
                run = (run << Sketch.HashBits) | sketch.HashAt(j);
            runs.Add(run);
        }

        return runs;
    }
}
