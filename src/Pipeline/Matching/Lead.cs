namespace Pipeline.Matching;

/// <summary>The leading sentences of a text, which say what the story is: what bylines and kickers stand before is left out.</summary>
internal readonly record struct Lead(int Start, int Length)
{
    /// <summary>Words of a line that can be a sentence; a byline or a kicker has fewer.</summary>
    public const int MinSentence = 7;

    private const int MinLength = 18;
    private const int MaxLength = 40;

    // Whoever has so many short lines before its first sentence has none.
    private const int MaxStart = 60;

    public int End => Start + Length;

    public bool Contains(int word) => word >= Start && word < End;

    public static Lead FromWords(IReadOnlyList<Word> words, int charactersOfAWord)
    {
        var start = FindStart(words, MinSentence * charactersOfAWord);
        var length = 0;
        while (length < MaxLength * charactersOfAWord && start + length < words.Count
            && !(length >= MinLength * charactersOfAWord && words[start + length].StartsSentence))
            length++;
        return new Lead(start, length);
    }

    private static int FindStart(IReadOnlyList<Word> words, int minSentence)
    {
        for (var start = 0; start < Math.Min(words.Count, MaxStart);)
        {
            var end = start + 1;
            while (end < words.Count && !words[end].StartsSentence)
                end++;
            if (end - start >= minSentence)
                return start;
            start = end;
        }

        return 0;
    }
}
