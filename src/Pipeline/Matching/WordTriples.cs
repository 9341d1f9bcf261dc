namespace Pipeline.Matching;

/// <summary>The triples of words of a text that follow each other with at most one word between them; 39 bits each.</summary>
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

    /// <summary>Where each triple stands first.</summary>
    public Dictionary<ulong, int> Places()
    {
        var places = new Dictionary<ulong, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != None)
                places.TryAdd(keys[i], i);
        }

        return places;
    }

    /// <summary>Sets <paramref name="partners"/> at each word of a triple that the other text has to where it has the word; leaves -1 where
    /// it has not.</summary>
    public void Mark(Dictionary<ulong, int> other, int[] partners)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == None || !other.TryGetValue(keys[i], out var place))
                continue;
            var (first, (second, third)) = (i / Shapes.Length, Shapes[i % Shapes.Length]);
            var (firstThere, (secondThere, thirdThere)) = (place / Shapes.Length, Shapes[place % Shapes.Length]);
            Join(partners, first, firstThere);
            Join(partners, first + second, firstThere + secondThere);
            Join(partners, first + third, firstThere + thirdThere);
        }
    }

    private static void Join(int[] partners, int word, int there)
    {
        if (partners[word] < 0)
            partners[word] = there;
    }

    private static ulong KeyOf(Sketch sketch, int first, int second, int third)
    {
        var last = first + third;
        if (last >= sketch.Words.Length || IsAnyBreak(sketch.Words.AsSpan(first, third + 1))
            || IsGrammar(sketch, first, first + second, last))
            return None;
        return (sketch.HashAt(first) << (2 * Sketch.HashBits)) | (sketch.HashAt(first + second) << Sketch.HashBits) | sketch.HashAt(last);
    }

    private static bool IsAnyBreak(ReadOnlySpan<ushort> words) => words.Contains(Sketch.Break);

    // Three words of grammar are found in every text.
    private static bool IsGrammar(Sketch sketch, int a, int b, int c) =>
        sketch.KindAt(a) == WordKind.Common && sketch.KindAt(b) == WordKind.Common && sketch.KindAt(c) == WordKind.Common;
}
