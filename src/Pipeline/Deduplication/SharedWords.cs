namespace Pipeline.Deduplication;

/// <summary>
/// Which words of a text stand in another one too, in the same company: a word is shared where three words that follow each other with at
/// most one between them are found in both. So one changed word costs one word, not every shingle that it is part of.
/// </summary>
internal sealed class SharedWords
{
    private readonly Sketch sketch;
    private readonly bool[] shared;

    private SharedWords(Sketch sketch, HashSet<ulong> other)
    {
        this.sketch = sketch;
        shared = new bool[sketch.Words.Length];
        foreach (var (key, a, b, c) in Shingles(sketch))
        {
            if (other.Contains(key))
                shared[a] = shared[b] = shared[c] = true;
        }
    }

    public static (SharedWords A, SharedWords B) Between(Sketch a, Sketch b) => (new(a, Keys(b)), new(b, Keys(a)));

    public bool this[int i] => shared[i];

    /// <summary>The weight of all words.</summary>
    public double TotalWeight => Enumerable.Range(0, shared.Length).Sum(Weight);

    /// <summary>The weight of the words that are shared.</summary>
    public double SharedWeight => Enumerable.Range(0, shared.Length).Where(i => shared[i]).Sum(Weight);

    /// <summary>Numbers and names that are shared.</summary>
    public int Agreeing => Enumerable.Range(0, shared.Length).Count(i => shared[i] && IsTelling(i));

    /// <summary>Numbers and names that are not, though the words on both sides of them are: what a form filled in twice looks like.</summary>
    public int Disputed => Enumerable.Range(0, shared.Length).Count(i => !shared[i] && IsTelling(i) && IsSharedBeside(i, -1) && IsSharedBeside(i, 1));

    private bool IsTelling(int i) => sketch.KindAt(i) is WordKind.Number or WordKind.Name;

    private bool IsSharedBeside(int i, int step) => IsShared(i + step) || IsShared(i + step + step);

    private bool IsShared(int i) => i >= 0 && i < shared.Length && shared[i];

    // Forms differ in their numbers and copies do not, so a number weighs as much as a phrase; grammar says next to nothing.
    private double Weight(int i) => sketch.KindAt(i) switch
    {
        _ when sketch.Words[i] == Sketch.Break => 0,
        WordKind.Common => 0.2,
        WordKind.Number => 3,
        _ => 1,
    };

    private static HashSet<ulong> Keys(Sketch sketch) => [.. Shingles(sketch).Select(shingle => shingle.Key)];

    private static IEnumerable<(ulong Key, int A, int B, int C)> Shingles(Sketch sketch)
    {
        for (var i = 0; i + 2 < sketch.Words.Length; i++)
        {
            foreach (var (b, c) in ((int, int)[])[(i + 1, i + 2), (i + 1, i + 3), (i + 2, i + 3)])
            {
                if (c < sketch.Words.Length && IsShingle(sketch, i, b, c))
                    yield return ((sketch.HashAt(i) << 28) | (sketch.HashAt(b) << 14) | sketch.HashAt(c), i, b, c);
            }
        }
    }

    // Three words of grammar are found in every text.
    private static bool IsShingle(Sketch sketch, int a, int b, int c) =>
        sketch.Words[a] != Sketch.Break && sketch.Words[b] != Sketch.Break && sketch.Words[c] != Sketch.Break
        && (sketch.KindAt(a) != WordKind.Common || sketch.KindAt(b) != WordKind.Common || sketch.KindAt(c) != WordKind.Common);
}
