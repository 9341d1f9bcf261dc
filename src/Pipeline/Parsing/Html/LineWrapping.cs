namespace Pipeline.Parsing.Html;

/// <summary>
/// Tells whether the lines of a text were broken at a column, as wire systems and mail do: then no line has room for the first word of
/// the line behind it.
/// </summary>
internal static class LineWrapping
{
    // Columns that systems wrap at; shorter lines are verse or lists, longer ones are whole paragraphs.
    private const int MinColumn = 40;
    private const int MaxColumn = 130;

    // Of the breaks, so many per cent have to be where a wrapping would put them: an editor touches a line now and then.
    private const int MinFitting = 90;

    /// <summary>True where the line breaks are a wrapping's; <paramref name="lines"/> are without the indent that all share.</summary>
    public static bool IsIn(IReadOnlyList<string> lines)
    {
        var breaks =
            lines.Zip(lines.Skip(1)).Where(pair => pair.First.Length > 0 && pair.Second.Length > 0 && pair.Second[0] != ' ').ToList();
        if (breaks.Count == 0 || lines.Any(IsListOrTable))
            return false;
        var column = breaks.Max(pair => WidthOf(pair.First));
        if (column is < MinColumn or > MaxColumn)
            return false;
        var fitting = breaks.Count(pair => WidthOf(pair.First) + WidthOfFirstWord(pair.Second) > column);
        return fitting * 100 >= MinFitting * breaks.Count && (AreInsideSentences(breaks) || ArePartedByIndents(lines));
    }

    // Where each paragraph starts with an indent, and behind the end of a sentence, the other lines go on with one.
    private static bool ArePartedByIndents(IReadOnlyList<string> lines)
    {
        var indented = lines.Zip(lines.Skip(1)).Where(pair => pair.First.Length > 0 && pair.Second is [' ', ..]).ToList();
        return lines[0] is [' ', ..] && indented.Count > 0 && indented.TrueForAll(pair => EndsSentence(pair.First));
    }

    public static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    /// <summary>True for a character that takes two columns and is written without spaces.</summary>
    public static bool IsWide(char c) => c is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uff60';

    // Few breaks prove little: then every one has to be in the middle of a sentence, where the next line goes on in small letters.
    private static bool AreInsideSentences(List<(string First, string Second)> breaks)
    {
        var inside = breaks.Count(
            pair => char.IsLower(pair.Second[0]) || char.IsDigit(pair.Second[0]) || (IsWide(pair.First[^1]) && !EndsSentence(pair.First)));
        return breaks.Count < 3 ? inside == breaks.Count
            : inside * 3 >= breaks.Count && breaks.Count(pair => EndsSentence(pair.First)) * 2 < breaks.Count;
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or ':' or '。' or '！' or '？' or '：';

    private static bool IsListOrTable(string line)
    {
        var words = line.AsSpan().TrimStart(' ');
        return words is ['-' or '*' or '•' or '–' or '·' or '|' or '>', ' ', ..] || words.Contains("   ", StringComparison.Ordinal);
    }

    private static int WidthOf(string line)
    {
        var width = line.Length;
        foreach (var c in line)
            width += IsWide(c) ? 1 : 0;
        return width;
    }

    // With the space before it. Rules of line breaking let a wide line end up to two characters early.
    private static int WidthOfFirstWord(string line)
    {
        if (IsWide(line[0]))
            return 6;
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        return 1 + (end < 0 ? line.Length : end);
    }
}
