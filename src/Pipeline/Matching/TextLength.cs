namespace Pipeline.Matching;

/// <summary>How long a text is, in whatever script.</summary>
internal static class TextLength
{
    // So many characters of a script without spaces stand for a word.
    private const double CharactersOfAWord = 2;

    public static double InWords(string text) =>
        WordSequence.FromText(text).ToWords().Sum(word => word.IsSpaceless ? 1 / CharactersOfAWord : 1);
}
