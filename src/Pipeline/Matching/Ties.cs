namespace Pipeline.Matching;

/// <summary>
/// What ties a text's own top to what it shares with another: words that stand in both. A story under a new top still speaks of the same
/// people and places; what a publisher prints under every story speaks of none of them.
/// </summary>
internal static class Ties
{
    /// <summary>How many different words, or runs of characters as long as a word, of the unshared part of the top the shared part has
    /// too.</summary>
    public static int Count(SharedWords words)
    {
        var (top, shared) = (new HashSet<ulong>(), new HashSet<ulong>());
        for (var i = 0; i < words.Sketch.Words.Length; i++)
        {
            if (WordAt(words, i) is not { } word)
                continue;
            if (words[i])
                shared.Add(word);
            else if (i < words.Sketch.Lead.End)
                top.Add(word);
        }

        return top.Count(shared.Contains);
    }

    // Null where grammar or a break stands within, or the word is partly shared.
    private static ulong? WordAt(SharedWords words, int start)
    {
        var sketch = words.Sketch;
        var length = sketch.KindAt(start) == WordKind.Number ? 1 : sketch.Script.CharactersOfAWord();
        if (start + length > sketch.Words.Length)
            return null;
        var word = (ulong)length;
        for (var i = start; i < start + length; i++)
        {
            if (sketch.Words[i] == Sketch.Break || sketch.KindAt(i) == WordKind.Common || words[i] != words[start])
                return null;
            word = (word << Sketch.HashBits) | sketch.HashAt(i);
        }

        return word;
    }
}
