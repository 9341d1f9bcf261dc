namespace Pipeline.Matching;

/// <summary>Tells which <see cref="WordScript"/> a text is in, and what that means for its length.</summary>
internal static class WordScripts
{
    public static WordScript Detect(Word[] words)
    {
        var spaceless = 0;
        foreach (var word in words)
            spaceless += word.IsSpaceless ? 1 : 0;
        if (spaceless * 2 <= words.Length)
            return WordScript.Spaced;
        return words.Count(word => word.IsEastAsian) * 2 > spaceless ? WordScript.EastAsian : WordScript.SouthEastAsian;
    }

    /// <summary>So many of a sketch's words stand for one word of a language with spaces.</summary>
    public static int CharactersOfAWord(this WordScript script) => script switch
    {
        WordScript.EastAsian => 2,
        WordScript.SouthEastAsian => 4,
        _ => 1,
    };
}
