namespace Pipeline.Matching;

/// <summary>The triples of words of a text that follow each other with at most one word between them; 42 bits each.</summary>
internal sealed class WordTriples
{
    private const ulong None = ulong.MaxValue;

    // The words that a triple takes, counted from its first: as they stand, or with one left out.
    private static readonly (int Second, int Third)[] Shapes = [(1, 2), (1, 3), (2, 3)];

    private readonly ulong[] keys;

    public WordTriples(Sketch sketch)
    {
        keys = new ulong[sketch.Words.Length * Shapes.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var (second, third) = Shapes[i % Shapes.Length];
            keys[i] = KeyOf(sketch, i / Shapes.Length, second, third);
        }
    }

    public HashSet<ulong> Distinct()
    {
        var distinct = new HashSet<ulong>(keys.Length);
        foreach (var key in keys)
        {
            if (key != None)
                distinct.Add(key);
        }

        return distinct;
    }

    /// <summary>Sets <paramref name="marks"/> at each word of a triple that <paramref name="other"/> has.</summary>
    public void Mark(HashSet<ulong> other, bool[] marks)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == None || !other.Contains(keys[i]))
                continue;
            var (first, (second, third)) = (i / Shapes.Length, Shapes[i % Shapes.Length]);
            marks[first] = marks[first + second] = marks[first + third] = true;
        }
    }

    private static ulong KeyOf(Sketch sketch, int first, int second, int third)
    {
        var last = first + third;
        if (last >= sketch.Words.Length || IsAnyBreak(sketch.Words.AsSpan(first, third + 1))
            || IsGrammar(sketch, first, first + second, last))
            return None;
        return (sketch.HashAt(first) << 28) | (sketch.HashAt(first + second) << 14) | sketch.HashAt(last);
    }

    private static bool IsAnyBreak(ReadOnlySpan<ushort> words) => words.Contains(Sketch.Break);

    // Three words of grammar are found in every text.
    private static bool IsGrammar(Sketch sketch, int a, int b, int c) =>
        sketch.KindAt(a) == WordKind.Common && sketch.KindAt(b) == WordKind.Common && sketch.KindAt(c) == WordKind.Common;
}
