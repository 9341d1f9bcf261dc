namespace Pipeline.Text;

/// <summary>Cuts a text into the lines that are not empty.</summary>
internal static class LineRanges
{
    /// <summary>Where the lines stand, in order, without the white space around them.</summary>
    public static IReadOnlyList<Range> Find(string text)
    {
        var lines = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start..end);
            var blank = line.Length - line.TrimStart().Length;
            if (line.Trim().Length is > 0 and var length)
                lines.Add((start + blank)..(start + blank + length));
            start = end + 1;
        }

        return lines;
    }
}
