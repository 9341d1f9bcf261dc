namespace Pipeline.Matching;

/// <summary>The leading sentences of a text, which say what the story is: what bylines and kickers stand before is left out.</summary>
internal readonly record struct Lead(int Start, int Length)
{
    /// <summary>Words of a line that can be a sentence; a byline or a kicker has fewer.</summary>
    private const int MinSentence = 7;

    private const int MinLength = 18;
    private const int MaxLength = 40;

    // So many characters of a script without spaces stand for a word.
    private const int CharactersOfAWord = 2;

    // Whoever has so many short lines before its first sentence has none.
    private const int MaxStart = 60;

    public int End => Start + Length;

    public bool Contains(int word) => word >= Start && word < End;

    public static Lead FromWords(IReadOnlyList<Word> words, bool isSpaceless)
    {
        var unit = isSpaceless ? CharactersOfAWord : 1;
        var start = FindStart(words, MinSentence * unit);
        var length = 0;
        while (length < MaxLength * unit && start + length < words.Count
            && !(length >= MinLength * unit && words[start + length].StartsSentence))
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
