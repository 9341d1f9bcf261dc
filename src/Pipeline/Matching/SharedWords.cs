namespace Pipeline.Matching;

/// <summary>
/// Which words of a text stand in another one too, in the same company: a word is shared where three words that follow each other with at
/// most one between them are found in both. So one changed word costs one word, not every shingle that it is part of.
/// </summary>
internal sealed class SharedWords
{
    private readonly Sketch sketch;
    private readonly bool[] shared;
    private int facts;

    private SharedWords(Sketch sketch, WordTriples own, HashSet<ulong> other)
    {
        this.sketch = sketch;
        shared = new bool[sketch.Words.Length];
        own.Mark(other, shared);
        for (var i = 0; i < shared.Length; i++)
            Count(i);
    }

    /// <summary>The weight of all words.</summary>
    public double TotalWeight { get; private set; }

    /// <summary>The weight of the words that are shared.</summary>
    public double SharedWeight { get; private set; }

    /// <summary>Numbers and names that are shared.</summary>
    public int Agreeing { get; private set; }

    /// <summary>Numbers and names that are not, though the words on both sides of them are: what a form filled in twice looks
    /// like.</summary>
    public int Disputed { get; private set; }

    /// <summary>Names that are not shared.</summary>
    public int OwnNames { get; private set; }

    public bool this[int i] => shared[i];

    public static (SharedWords A, SharedWords B) Between(Sketch a, Sketch b)
    {
        var (triplesA, triplesB) = (new WordTriples(a), new WordTriples(b));
        return (new(a, triplesA, triplesB.Distinct()), new(b, triplesB, triplesA.Distinct()));
    }

    /// <summary>Share of the weight of both texts that both have, 0 to 1; 0 where one has no words.</summary>
    public static double Resemblance(SharedWords a, SharedWords b)
    {
        var shared = (a.SharedWeight + b.SharedWeight) / 2;
        return shared == 0 ? 0 : shared / (a.TotalWeight + b.TotalWeight - shared);
    }

    /// <summary>Share of the smaller text that is in the larger, 0 to 1; 0 where one has no words.</summary>
    public static double Containment(SharedWords a, SharedWords b) => Math.Max(a.SharedShare, b.SharedShare);

    /// <summary>The same of numbers and names alone; 0 where there are none.</summary>
    public static double FactContainment(SharedWords a, SharedWords b) => Math.Max(a.AgreeingShare, b.AgreeingShare);

    private void Count(int i)
    {
        var weight = WeightAt(i);
        TotalWeight += weight;
        if (shared[i])
            SharedWeight += weight;
        if (sketch.KindAt(i) is WordKind.Number or WordKind.Name)
            CountFact(i);
    }

    private void CountFact(int i)
    {
        facts++;
        if (shared[i])
        {
            Agreeing++;
            return;
        }

        if (sketch.KindAt(i) == WordKind.Name)
            OwnNames++;
        if (IsSharedBeside(i, -1) && IsSharedBeside(i, 1))
            Disputed++;
    }

    private double AgreeingShare => facts == 0 ? 0 : (double)Agreeing / facts;

    private double SharedShare => TotalWeight == 0 ? 0 : SharedWeight / TotalWeight;

    // Forms differ in their numbers and copies do not, so a number weighs as much as a phrase; grammar says next to nothing.
    private double WeightAt(int i) => sketch.KindAt(i) switch
    {
        _ when sketch.Words[i] == Sketch.Break => 0,
        WordKind.Common => 0.2,
        WordKind.Number => 3,
        _ => 1,
    };

    private bool IsSharedBeside(int i, int step) => IsShared(i + step) || IsShared(i + step + step);

    private bool IsShared(int i) => i >= 0 && i < shared.Length && shared[i];
}
