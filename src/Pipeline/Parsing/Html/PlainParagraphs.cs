using System.Net;
using System.Text;

namespace Pipeline.Parsing.Html;

/// <summary>
/// Plain text as HTML. Paragraphs are parted by empty lines, or by indents in text that was wrapped at a column, whose lines are joined;
/// lines that are meant (a verse, a list, a table) stay lines.
/// </summary>
internal static class PlainParagraphs
{
    /// <summary>The text as paragraphs; <c>null</c> for an empty one.</summary>
    public static string? ToHtml(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var lines = Dedented(text.ReplaceLineEndings("\n").Split('\n'));
        var blocks = LineWrapping.IsIn(lines) ? Unwrapped(lines) : Kept(lines);
        return string.Join('\n', blocks.Select(block => $"<p>{block}</p>"));
    }

    /// <summary>The paragraphs of a text that was wrapped at a column; <c>null</c> where its lines are meant.</summary>
    public static string? FromWrapped(string text) =>
        Dedented(text.ReplaceLineEndings("\n").Split('\n')) is { Count: > 1 } lines && LineWrapping.IsIn(lines) ? ToHtml(text) : null;

    // An indent that all lines share is that of the XML or JSON around the text.
    private static List<string> Dedented(string[] written)
    {
        var lines = written.Select(line => line.TrimEnd().Replace("\t", "    ", StringComparison.Ordinal)).SkipWhile(
            line => line.Length == 0).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        // The first line often starts behind its tag, without the indent of the others.
        var shared = lines.Where(line => line.Length > 0).Skip(lines.Count > 1 && lines[0][0] != ' ' ? 1 : 0).Select(LineWrapping.IndentOf)
            .DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => line[Math.Min(shared, LineWrapping.IndentOf(line))..])];
    }

    private static IEnumerable<string> Unwrapped(List<string> lines)
    {
        var paragraph = new StringBuilder();
        foreach (var line in lines)
        {
            if (paragraph.Length > 0 && (line.Length == 0 || line[0] == ' '))
            {
                yield return WebUtility.HtmlEncode(paragraph.ToString());
                paragraph.Clear();
            }

            var words = line.Trim();
            if (paragraph.Length > 0 && words.Length > 0 && !(LineWrapping.IsWide(paragraph[^1]) && LineWrapping.IsWide(words[0])))
                paragraph.Append(' ');
            paragraph.Append(words);
        }

        if (paragraph.Length > 0)
            yield return WebUtility.HtmlEncode(paragraph.ToString());
    }

    // Without an empty line anywhere, each line is a paragraph.
    private static IEnumerable<string> Kept(List<string> lines)
    {
        var encoded = lines.Select(line => WebUtility.HtmlEncode(line.Trim())).ToList();
        if (!encoded.Contains(""))
            return encoded;
        return encoded.Aggregate(new List<List<string>> { new() }, Gather).Where(block => block.Count > 0).Select(
            block => string.Join("<br>\n", block));
    }

    private static List<List<string>> Gather(List<List<string>> blocks, string line)
    {
        if (line.Length == 0)
            blocks.Add([]);
        else
            blocks[^1].Add(line);
        return blocks;
    }
}
