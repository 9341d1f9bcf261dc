namespace Pipeline.Matching;

/// <summary>Texts that are compared with one another, each two of them once at most and by the numbers that they have here.</summary>
internal sealed class TextPairs(IReadOnlyList<Sketch> texts)
{
    private readonly Dictionary<(int, int), TextPair> pairs = [];

    /// <summary>The two in the order of their numbers.</summary>
    public TextPair Between(int one, int other)
    {
        var key = one < other ? (one, other) : (other, one);
        return pairs.TryGetValue(key, out var pair) ? pair
            : pairs[key] = TextPair.From(texts[key.Item1], texts[key.Item2]);
    }

    /// <summary>What one of the texts shares with another.</summary>
    public SharedWords SharedIn(int one, int other) => one < other ? Between(one, other).InFirst : Between(one, other).InSecond;

    public bool AreOfOneSource(int one, int other) => texts[one].Publication.IsOneSource(texts[other].Publication);
}
