namespace Pipeline.Parsing.Html;

/// <summary>What a tree of HTML may hold.</summary>
/// <param name="Depth">Elements inside each other: AngleSharp 1.10 looks through every open one for each new one.</param>
/// <param name="Elements">Elements in all.</param>
public sealed record HtmlBounds(int Depth, int Elements)
{
    /// <summary>For an article's body: far more than a text needs, and far less than what exhausts a stack.</summary>
    public static HtmlBounds Article { get; } = new(200, 20_000);

    /// <summary>For a web page: the largest of news sites have a quarter of this.</summary>
    public static HtmlBounds ForPage(int depth) => new(depth, 80_000);

    /// <summary>For a title or another line: what nests deeper is none, and a feed has thousands of them.</summary>
    public static HtmlBounds Line { get; } = new(50, 1_000);
}
