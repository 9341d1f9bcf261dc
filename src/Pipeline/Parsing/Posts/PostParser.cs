using Pipeline.Parsing.Files;
using Pipeline.Parsing.Formats;

namespace Pipeline.Parsing.Posts;

/// <summary>
/// Reads posts with YAML, TOML or JSON front matter and an HTML or Markdown body, as Jekyll, Hugo, Hexo, Zola and
/// feed exporters write them.
/// </summary>
internal sealed class PostParser : IFormatParser
{
    // Real front matter is a few kilobytes; the readers' costs are bounded by this.
    private const int MaxHeaderLength = 256 * 1024;

    public ParseResult? TryParse(ParserInput input)
    {
        if (PostCutter.Cut(input.Text.Value) is not { } post)
            return null;
        var format = $"post ({Name(post.Dialect)})";
        var (values, problem) = Read(post, input.Limits);
        if (values is null)
            return new ParseResult.Rejected($"the front matter is not {Name(post.Dialect)}: {problem}") { Format = format };
        var facts = new FrontMatter(values);
        if (PostBody.ToHtml(post.Body, body => TemplateSyntax.Resolve(body, facts)) is not { } html)
            return new ParseResult.Rejected("the body is nested too deeply") { Format = format };
        var entry = PostEntry.Read(facts, html, input);
        return new ParseResult.Parsed(format, [new ParsedEntry.Readable(entry)]) { Notes = Notes(input, post, problem) };
    }

    private static FrontMatterReading Read(FencedPost post, ParsingLimits limits) => post switch
    {
        { Header.Length: > MaxHeaderLength } => new(null, $"it is longer than {MaxHeaderLength} characters"),
        { Dialect: FrontMatterDialect.Toml } => TomlFrontMatter.Read(post),
        { Dialect: FrontMatterDialect.Json } => JsonFrontMatter.Read(post),
        _ => YamlFrontMatter.Read(post, limits.Depth),
    };

    private static List<string> Notes(ParserInput input, FencedPost post, string? problem)
    {
        var notes = input.Text.Notes.ToList();
        if (post.Problem is not null)
            notes.Add($"malformed: {post.Problem}");
        if (problem is not null)
            notes.Add($"malformed: the front matter is not {Name(post.Dialect)}, read line by line: {problem}");
        return notes;
    }

    private static string Name(FrontMatterDialect dialect) => dialect switch
    {
        FrontMatterDialect.Yaml => "YAML",
        FrontMatterDialect.Toml => "TOML",
        _ => "JSON",
    };
}
