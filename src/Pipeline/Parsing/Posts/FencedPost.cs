namespace Pipeline.Parsing.Posts;

/// <summary>A post cut at its fences: the front matter, not yet read, and the body.</summary>
/// <param name="Dialect">The language that the front matter is written in.</param>
/// <param name="Header">The front matter without its fences.</param>
/// <param name="Body">Everything behind the closing fence.</param>
/// <param name="HeaderLine">The line of the file, from 1, that <paramref name="Header"/> begins on.</param>
/// <param name="Problem">What was odd about the fences, in words.</param>
internal sealed record FencedPost(FrontMatterDialect Dialect, string Header, string Body, int HeaderLine, string? Problem = null);

/// <summary>The languages of front matter.</summary>
internal enum FrontMatterDialect
{
    Yaml,
    Toml,
    Json,
}
