using System.Text.RegularExpressions;

namespace Pipeline.Parsing.Posts;

/// <summary>A tag of a publishing system in the text of a post: a shortcode of Hugo or WordPress, a tag of Liquid or Nunjucks (Jekyll,
/// Hexo), or an expression.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Name">Its name in lower case, without <c>end</c> or a slash; empty for an expression.</param>
/// <param name="Arguments">What stands behind its name, or the expression.</param>
/// <param name="Closes">True for the tag that ends a block.</param>
internal sealed partial record TemplateTag(int Start, int Length, string Name, string Arguments, bool Closes)
{

    public int End => Start + Length;

    /// <summary>The tags of a text in their order.</summary>
    public static IReadOnlyList<TemplateTag> FindIn(string text)
    {
        if (!text.AsSpan().ContainsAny('{', '['))
            return [];
        var found = Tag().Matches(text).ToList();
        // A word in brackets is a shortcode where another closes it.
        var closed = found.Where(match => match.Groups["close"].Length > 0).Select(match => match.Groups["name"].Value).ToHashSet();
        return [.. found.Where(match => !match.Groups["word"].Success || closed.Contains(match.Groups["word"].Value)).Select(From)];
    }

    /// <summary>An argument by one of its names (<c>src="…"</c>), without its quotes.</summary>
    public string? Named(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (NamedArgument().Matches(Arguments).FirstOrDefault(
                found => found.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match)
                return Value(match);
        }

        return null;
    }

    /// <summary>The arguments without a name, without their quotes.</summary>
    public IReadOnlyList<string> Unnamed() => [.. Argument().Matches(NamedArgument().Replace(Arguments, " ")).Select(Value)];

    public string? FirstUnnamed() => Unnamed() is [var first, ..] ? first : null;

    private static TemplateTag From(Match match)
    {
        var written = match.Groups["name"].Value.ToLowerInvariant();
        var ends = match.Groups["liquid"].Success && written.StartsWith("end", StringComparison.Ordinal) && written.Length > 3;
        return new TemplateTag(
            match.Index, match.Length, ends ? written[3..] : written, match.Groups["arguments"].Value.Trim().TrimEnd('/').TrimEnd(),
            ends || match.Groups["close"].Length > 0);
    }

    private static string Value(Match match) => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["bare"].Value;

    [GeneratedRegex(
        @"(?<hugo>\{\{[<%])(?>\s*)(?<close>/?)(?>\s*)(?<name>(?>[\w./-]*))(?<arguments>[^{}]{0,2000}?)[%>]\}\}"
        + @"|(?<liquid>\{%)-?(?>\s*)(?<name>(?>\w+))(?<arguments>(?:[^%{]|%(?!\})|\{(?!%)){0,2000}?)-?%\}"
        + @"|\{\{-?(?<arguments>[^{}]{0,500}?)-?\}\}"
        + @"|\[(?<close>/)(?<name>[a-z][\w-]{1,40})\]"
        + @"|\[(?<name>caption|gallery|embed|video|audio|playlist|youtube|vimeo|quote|code|sourcecode|wp_caption"
        + @"|[a-z][\w-]{1,40}(?=\s+[\w-]{1,40}=[""'])|(?<word>[a-z][\w-]{1,40})(?=\]))(?<arguments>[^\[\]]{0,2000})\](?!\()",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"(?<![\w-])(?<name>(?>[\w-]+))(?>\s*)=(?>\s*)(?:""(?<quoted>[^""]*)""|'(?<quoted>[^']*)'|(?<bare>[^\s""']+))",
        RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex NamedArgument();

    [GeneratedRegex(@"""(?<quoted>[^""]*)""|'(?<quoted>[^']*)'|(?<bare>[^\s""']+)", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Argument();
}
