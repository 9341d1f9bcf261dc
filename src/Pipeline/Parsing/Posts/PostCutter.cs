using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Finds the fences of a post's front matter as Jekyll, Hugo, Hexo and Zola accept them: <c>---</c> (YAML),
/// <c>+++</c> (TOML), <c>;;;</c> or a bare object (JSON), a named language behind the fence, Hexo's missing
/// opening fence, and any blank lines before the first one.
/// </summary>
internal static partial class PostCutter
{
    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\v\u00a0\ufeff");

    /// <summary><c>null</c> where the text does not begin with front matter.</summary>
    public static FencedPost? Cut(string written)
    {
        // Editors of the first Macs end lines with a carriage return alone.
        var text = written.Contains('\n', StringComparison.Ordinal) ? written : written.Replace('\r', '\n');
        var start = text.AsSpan().IndexOfAnyExcept(Blank);
        if (start < 0)
            return null;
        if (text[start] == '{')
            return BareJson.Cut(text, start);
        var lines = new TextLines(text, start);
        var first = lines.Next();
        if (OpeningFence().Match(first) is { Success: true } fence)
            return CutFenced(lines, fence);
        return LooksLikeKey(first) ? CutUnopened(text, start, lines.Line) : null;
    }

    private static FencedPost? CutFenced(TextLines lines, Match fence)
    {
        var mark = fence.Groups["mark"].Value;
        var (begin, beginLine) = (lines.Position, lines.Line + 1);
        var dialect = Dialect(mark[0], fence.Groups["language"].Value);
        var (blank, firstIsKey) = (-1, default(bool?));
        while (!lines.AtEnd)
        {
            var lineStart = lines.Position;
            var line = lines.Next();
            if (IsClosing(line, mark[0]))
                return new FencedPost(dialect, lines.Text[begin..lineStart], lines.Rest, beginLine);
            firstIsKey ??= LooksLikeKey(line);
            if (blank < 0 && string.IsNullOrWhiteSpace(line))
                blank = lineStart;
        }

        // A text that begins with a rule is no post; one whose next line is a key is a post that lost its closing fence.
        if (firstIsKey != true)
            return null;
        var end = blank < 0 ? lines.Text.Length : blank;
        return new FencedPost(
            dialect, lines.Text[begin..end], lines.Text[end..], beginLine,
            $"the front matter has no closing {mark}: read up to the first blank line");
    }

    // Hexo reads front matter without its opening fence; a blank line before the fence means that the fence is a rule in a text.
    private static FencedPost? CutUnopened(string text, int start, int firstLine)
    {
        var lines = new TextLines(text, start);
        while (!lines.AtEnd)
        {
            var lineStart = lines.Position;
            var line = lines.Next();
            if (string.IsNullOrWhiteSpace(line))
                return null;
            if (line[0] is '-' or ';' && IsClosing(line, line[0]))
                return new FencedPost(Dialect(line[0], ""), text[start..lineStart], lines.Rest, firstLine);
        }

        return null;
    }

    private static FrontMatterDialect Dialect(char mark, string language) => (mark, language) switch
    {
        (_, "toml") or ('+', "") => FrontMatterDialect.Toml,
        (_, "json") or (';', "") => FrontMatterDialect.Json,
        _ => FrontMatterDialect.Yaml,
    };

    // YAML 1.2 §9.1.2: a document may also end with three dots.
    private static bool IsClosing(string line, char mark) =>
        line.TrimEnd() is { Length: >= 3 } end && (end.All(c => c == mark) || (mark == '-' && end == "..."));

    private static bool LooksLikeKey(string line) => Key().IsMatch(line);

    [GeneratedRegex(@"^(?<mark>-{3,}|\+{3,}|;{3,})[ \t]*(?<language>yaml|toml|json|)[ \t]*$", RegexOptions.None, MatchTimeout)]
    private static partial Regex OpeningFence();

    [GeneratedRegex(@"^[""']?[A-Za-z_][\w .-]{0,60}[""']?\s*(?:[:=](?:\s|$)|：)", RegexOptions.None, MatchTimeout)]
    private static partial Regex Key();
}
