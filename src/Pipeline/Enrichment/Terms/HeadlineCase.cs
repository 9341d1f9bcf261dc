namespace Pipeline.Enrichment.Terms;

/// <summary>Whether a line capitalises nearly every word, or writes in capitals, so that capitals show no name in it.</summary>
internal static class HeadlineCase
{
    private const int MaxLength = 200;
    private const int MinWords = 3;
    private const double MinCapitalisedPart = 0.75;

    public static bool IsIn(string line, Word[] words)
    {
        if (line.Length > MaxLength)
            return false;
        if (words.Length >= MinWords && line.Any(char.IsUpper) && !line.Any(char.IsLower) && words.All(word => word.Text[0] < '\u2E80'))
            return true;
        var telling = words.Where(word => word.Text.Length >= 4 && char.IsLetter(word.Text[0]) && word.Text[0] < '\u2E80').ToArray();
        return telling.Length >= MinWords && telling.Count(word => word.IsCapitalised) >= MinCapitalisedPart * telling.Length;
    }
}
