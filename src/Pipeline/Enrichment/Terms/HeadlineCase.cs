using Pipeline.Enrichment.Splitting;

namespace Pipeline.Enrichment.Terms;

/// <summary>Whether a line capitalises nearly every word, or writes in capitals, so that capitals show no name in it.</summary>
internal static class HeadlineCase
{
    private const int MaxLength = 200;
    private const int MinWords = 3;
    private const char FirstEastAsian = '\u2E80';
    private const double MinCapitalisedPart = 0.75;

    public static bool IsIn(ReadOnlySpan<char> line, ReadOnlySpan<Word> words)
    {
        if (line.Length > MaxLength)
            return false;
        var (telling, capitalised, isEastAsian) = (0, 0, false);
        foreach (var word in words)
        {
            isEastAsian |= word.Text[0] >= FirstEastAsian;
            if (word.Text.Length < 4 || !char.IsLetter(word.Text[0]) || word.Text[0] >= FirstEastAsian)
                continue;
            telling++;
            capitalised += word.IsCapitalised ? 1 : 0;
        }

        return (telling >= MinWords && capitalised >= MinCapitalisedPart * telling)
            || (words.Length >= MinWords && !isEastAsian && IsInCapitals(line));
    }

    private static bool IsInCapitals(ReadOnlySpan<char> line)
    {
        var isAnyUpper = false;
        foreach (var c in line)
        {
            if (char.IsLower(c))
                return false;
            isAnyUpper |= char.IsUpper(c);
        }

        return isAnyUpper;
    }
}
