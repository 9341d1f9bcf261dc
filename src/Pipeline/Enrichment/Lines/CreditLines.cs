namespace Pipeline.Enrichment.Lines;

/// <summary>The lines of a text in which credits stand: the first and the last ones. A credit in the middle is a quotation.</summary>
internal static class CreditLines
{
    private const int AtTheStart = 6;
    private const int AtTheEnd = 8;
    private const int MaxLength = 400;

    public static IEnumerable<string> FindIn(string text)
    {
        var lines = LinesOf(text);
        return lines.Where((line, i) => MayHoldCredits(line, i, lines.Length));
    }

    /// <summary>The text without the lines that hold nothing but credits.</summary>
    public static string Without(string text)
    {
        var lines = LinesOf(text);
        return string.Join('\n', lines.Where((line, i) => !(MayHoldCredits(line, i, lines.Length) && IsCredit(line))));
    }

    private static string[] LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool MayHoldCredits(string line, int at, int lines) =>
        line.Length <= MaxLength && (at < AtTheStart || at >= lines - AtTheEnd);

    public static IEnumerable<Credit> Read(string line) => CreditKeys.Shipped.Read(line).Concat(SpokenCredits.Read(line));

    /// <summary>Whether a line holds nothing but credits, so that it is no part of the story.</summary>
    public static bool IsCredit(string line)
    {
        if (line.Length > MaxLength)
            return false;
        var credits = Read(line).ToArray();
        return credits.Length > 0 && line.Length - credits.Sum(credit => credit.Value.Length) <= 16 * credits.Length;
    }
}
